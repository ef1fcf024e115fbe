// The floor (e): a 304 from a route handler.
export async function GET(request) {
  const same = request.headers.get("if-none-match") === '"floor"';
  return new Response(same ? null : "{}", { status: same ? 304 : 200, headers: { ETag: '"floor"' } });
}
