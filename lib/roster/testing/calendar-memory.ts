import type { CalendarFeed, CalendarFeedStore } from "../ports.ts";

/** Calendar subscriptions in memory; `kept` is what a file would hold. */
export function createCalendarMemory(): CalendarFeedStore & { readonly kept: CalendarFeed[] } {
  const kept: CalendarFeed[] = [];
  return {
    kept,
    listCalendars: async () => [...kept],
    addCalendar: async (feed) => {
      kept.push(feed);
    },
    removeCalendar: async (id) => {
      const index = kept.findIndex((feed) => feed.id === id);
      return index >= 0 && kept.splice(index, 1).length === 1;
    },
  };
}
