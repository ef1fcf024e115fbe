/** Weeks that go wrong in different ways; each date is the day of a clock change, if the case has one. */
export const ZONE_CASES = [
  { zone: "Asia/Shanghai", date: "2026-11-23", what: "no change" },
  { zone: "Asia/Kolkata", date: "2026-12-30", what: "half-hour offset, over the year's end" },
  { zone: "Asia/Kathmandu", date: "2028-02-29", what: "quarter-hour offset, 29 February" },
  { zone: "Pacific/Kiritimati", date: "2026-06-15", what: "14 hours east" },
  { zone: "America/New_York", date: "2026-03-08", what: "spring, 02:00 to 03:00 on a Sunday" },
  { zone: "America/New_York", date: "2026-11-01", what: "autumn, 02:00 to 01:00 on a Sunday" },
  { zone: "Europe/Berlin", date: "2026-03-29", what: "spring" },
  { zone: "Europe/Berlin", date: "2026-10-25", what: "autumn" },
  { zone: "Australia/Lord_Howe", date: "2026-10-04", what: "spring by half an hour" },
  { zone: "Australia/Lord_Howe", date: "2026-04-05", what: "autumn by half an hour" },
  { zone: "America/Havana", date: "2026-03-08", what: "spring at midnight, 00:00 to 01:00" },
  { zone: "America/Havana", date: "2026-11-01", what: "autumn, 01:00 to 00:00: midnight twice" },
  { zone: "Africa/Cairo", date: "2026-04-24", what: "spring at midnight on a Friday" },
  { zone: "Africa/Cairo", date: "2026-10-30", what: "autumn, 24:00 to 23:00 on a Thursday" },
  { zone: "Pacific/Apia", date: "2011-12-30", what: "a whole day skipped" },
] as const;
