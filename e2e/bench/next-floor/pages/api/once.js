import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

// The floor (e): the same bytes, compressed once. In Next only an API route of the Pages router can send them.
const bytes = gzipSync(readFileSync(/* turbopackIgnore: true */ process.env.FLOOR_FILE ?? "/dev/null"));

export default function handler(_request, response) {
  response.setHeader("Content-Type", "application/json");
  response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", bytes.length);
  response.setHeader("Vary", "Accept-Encoding");
  response.end(bytes);
}
