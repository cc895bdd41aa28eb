import { z } from "zod";

/** A UUID in small letters, as the database writes it. */
export const id = z.uuid({ error: "must be a UUID" }).toLowerCase();

/** What exports call a thing: small letters, digits, single hyphens. */
export const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "must be small letters, digits and hyphens").max(60, "must have at most 60 characters");

/** Letters that a database and a file can hold, at most so many characters. */
export const words = (max: number) =>
  z
    .string()
    .max(max, `must have at most ${max.toLocaleString("en")} characters`)
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), "holds U+0000 or half of a character");

// Control, direction and invisible characters; the joiners U+200C and U+200D stay, Persian words are spelt with them.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A name as people type it, without what cannot be seen and without outer spaces. */
export const tidyName = (text: string): string => text.replace(UNSEEN, "").trim();

/** A name with at least one visible character. */
export const visibleName = (max: number) =>
  words(max * 4)
    .transform(tidyName)
    .pipe(z.string().regex(/[^\u200c\u200d\s]/u, "must not be empty").max(max, `must have at most ${max} characters`));

/** How deep a value is nested, counted no further than one level past `limit`. */
export function depthOf(value: unknown, limit: number): number {
  let level: unknown[] = [value];
  for (let depth = 0; ; depth++) {
    level = level.flatMap((one) => (one !== null && typeof one === "object" ? Object.values(one) : []));
    if (level.length === 0 || depth > limit) return depth;
  }
}
