const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** "22 Nov 2026", in UTC, so that server and browser write the same. */
export const day = (iso: string): string => DAY.format(new Date(iso));
/** "22 Nov, 14:02 UTC". */
export const moment = (iso: string): string => `${MOMENT.format(new Date(iso))} UTC`;
