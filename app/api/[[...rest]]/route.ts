import { AppError } from "#lib/errors.ts";
import { definePublicRoute } from "#lib/server/route.ts";

function refuse(): never {
  throw new AppError("not_found", "There is nothing here.");
}

/** Every other address below /api, in the envelope of all errors. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePublicRoute({
  GET: refuse,
  POST: refuse,
  PUT: refuse,
  PATCH: refuse,
  DELETE: refuse,
});
