/** The ways in, as the page lists them. */
export const WAYS = ["here", "addresses", "feed", "browser"] as const;
export type Way = (typeof WAYS)[number];

/** The way that an address asks for; the first where it asks for none. */
export const wayOf = (asked: unknown): Way => WAYS.find((way) => way === asked) ?? "here";
