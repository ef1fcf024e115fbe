import { AppError } from "#lib/errors.ts";
import { isExportFormat, makeDownload } from "#lib/export/download.ts";
import { exportRoster } from "#lib/roster/export-roster.ts";
import { readAddress } from "#lib/server/read-address.ts";
import { defineRoute } from "#lib/server/route.ts";

/** What the board shows, as a file. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ runtime, viewer, request, search }) => {
    if (!viewer.maySeeAll) throw new AppError("forbidden", "Downloads are for managers.");
    const format = new URL(request.url).pathname.split("/").at(-1) ?? "";
    if (!isExportFormat(format)) throw new AppError("not_found", "There is no such download.");
    // A what-if is a preview: a download is of what is planned, whatever `away` says.
    const asked = new URLSearchParams(search);
    asked.delete("away");
    return makeDownload(format, await exportRoster(runtime.roster, readAddress(asked)));
  },
});
