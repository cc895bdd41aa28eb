import "server-only";
import { invariant } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import { type ReaderSettings, readSettings } from "../reader-settings";
import type { Actor } from "./actor";

/** How the actor likes the reader to be. */
export async function readerSettings(actor: Actor): Promise<ReaderSettings> {
  const found = await row<{ settings: unknown }>("SELECT reader_settings AS settings FROM app_user WHERE id = $1", [actor.userId]);
  return readSettings(found?.settings);
}

/** Changes those of the actor's settings that are named, each as a whole; of two changes to one the later holds. */
export async function changeReaderSettings(actor: Actor, change: { readonly [K in keyof ReaderSettings]?: ReaderSettings[K] | undefined }): Promise<ReaderSettings> {
  const changed = await row<{ settings: unknown }>("UPDATE app_user SET reader_settings = reader_settings || $2 WHERE id = $1 RETURNING reader_settings AS settings", [actor.userId, JSON.stringify(change)]);
  invariant(changed, "whoever is signed in has an account");
  return readSettings(changed.settings);
}
