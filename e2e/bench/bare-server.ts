import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

/** The floor (d): `node bare-server.ts FILE PORT` serves a file, compressed once, and its 304, with nothing else. */
const [file = "", port = "0"] = process.argv.slice(2);
const bytes = gzipSync(readFileSync(file));
const headers = {
  "Content-Type": "application/json",
  "Content-Encoding": "gzip",
  "Content-Length": bytes.length,
  ETag: '"floor"',
  Vary: "Accept-Encoding",
};
createServer((request, response) => {
  if (request.headers["if-none-match"] === headers.ETag)
    response.writeHead(304, { ETag: headers.ETag }).end();
  else response.writeHead(200, headers).end(bytes);
}).listen(Number(port), "127.0.0.1", () => console.log("Ready in no time"));
