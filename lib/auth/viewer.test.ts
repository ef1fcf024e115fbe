import { expect, test } from "vitest";
import { machineViewer, OPEN_VIEWER, requireMetricsReader, type Viewer } from "./viewer.ts";

const signedIn = (role: Viewer["role"]): Viewer => ({ ...machineViewer("Anna", role), by: "feishu" });

test.each([
  ["who may look at all, with AUTH_MODE=open", OPEN_VIEWER, true],
  ["a machine that is a viewer", machineViewer("prometheus", "viewer"), true],
  ["an admin", signedIn("admin"), true],
  ["a manager", signedIn("manager"), false],
  ["a viewer", signedIn("viewer"), false],
])("the metrics: %s", (_, viewer, isAdmitted) => {
  const ask = () => requireMetricsReader(viewer);
  if (isAdmitted) expect(ask).not.toThrow();
  else expect(ask).toThrowError(expect.objectContaining({ code: "forbidden" }));
});
