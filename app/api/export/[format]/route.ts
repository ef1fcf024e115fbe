import { AppError } from "#lib/errors.ts";
import { isExportFormat, makeDownload } from "#lib/export/download.ts";
import { exportRoster } from "#lib/roster/export-roster.ts";
import { readAddress } from "#lib/server/read-address.ts";
import { defineRoute } from "#lib/server/route.ts";
import { noteUse } from "#lib/server/watch.ts";

/** What the board shows, as a file. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async (input) => {
    const { runtime, viewer, request, search } = input;
    if (!viewer.maySeeAll) throw new AppError("forbidden", "Downloads are for managers.");
    const format = new URL(request.url).pathname.split("/").at(-1) ?? "";
    if (!isExportFormat(format)) throw new AppError("not_found", "There is no such download.");
    // A what-if is a preview: a download is of what is planned, whatever `away` says.
    const asked = new URLSearchParams(search);
    asked.delete("away");
    const made = await exportRoster(runtime.roster, readAddress(asked));
    const { desk, agents } = made.roster;
    await noteUse(input, viewer, "export", { format, desk: desk.key, agents: agents.length });
    return makeDownload(format, made);
  },
});
