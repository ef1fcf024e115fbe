/** A file of ours, whole and in the browser's keeping. */
export interface FetchedFile {
  readonly name: string;
  readonly body: Blob;
}

/** Fetches a download in place of the browser, which shows nothing before the first byte. Rejects unless it is whole. */
export async function fetchFile(url: string, signal: AbortSignal): Promise<FetchedFile> {
  const response = await fetch(url, { cache: "no-store", signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return { name: nameOf(response.headers.get("content-disposition")), body: await response.blob() };
}

/** The real name (RFC 6266), which our server always gives; "" leaves it to the browser. */
function nameOf(disposition: string | null): string {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1] ?? "";
  return decodeURIComponent(encoded);
}

/** Long enough for a browser that asks where to save it. */
const KEPT_MS = 60_000;

/** Hands the file to the viewer, as a press on a link to it would. */
export function saveFile({ name, body }: FetchedFile): void {
  const href = URL.createObjectURL(body);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
