import { QueryClient } from "@tanstack/react-query";

/** One for the life of the tab; on the server one a request, so that no viewer sees another's data. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { networkMode: "always" } } });
}
