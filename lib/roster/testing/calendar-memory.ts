import type { CalendarFeed, CalendarFeedStore } from "../ports.ts";

/** Calendar subscriptions in memory; `kept` is what a file would hold. */
export function createCalendarMemory(): CalendarFeedStore & { readonly kept: CalendarFeed[] } {
  const kept: CalendarFeed[] = [];
  return {
    kept,
    list: async () => [...kept],
    add: async (feed) => {
      kept.push(feed);
    },
    remove: async (id) => {
      const index = kept.findIndex((feed) => feed.id === id);
      return index >= 0 && kept.splice(index, 1).length === 1;
    },
  };
}
