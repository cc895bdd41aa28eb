import { z } from "@hono/zod-openapi";

/** Pieces that several groups of routes describe in the same way. */
// The database writes ids in small letters; what is compared with them must do so too.
export const id = z.uuid({ error: "must be a UUID" }).toLowerCase();
export const version = z.int().min(0);
export const inProject = z.object({ projectId: id });
export const timestamp = z.iso.datetime().or(z.date().transform((d) => d.toISOString())).openapi({ type: "string", format: "date-time" });

/**
 * A name as people type it: no control or direction characters, no outer spaces, at least one visible character.
 * The joiners U+200C and U+200D stay: Persian words and joined emoji are spelt with them.
 */
export const name = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "").trim())
    .pipe(z.string().regex(/[^\u200c\u200d\s]/u, "must not be empty").max(max, `must have at most ${max} characters`))
    .openapi({ type: "string", minLength: 1, maxLength: max });
