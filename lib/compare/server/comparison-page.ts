import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import type { Look } from "../address";
import type { Comparison } from "../document";
import { comparison, comparisonByHand } from "./document";

/** What the last part of a comparison's address is where no set stands behind it. */
export const BY_HAND = "articles";

/** The comparison that an address asks for, by a set's id or `BY_HAND`; null where there is nothing, or nothing for the actor to see. */
export async function comparisonAt(actor: MemberActor, place: string, { articles, order, marks }: Look): Promise<Comparison | null> {
  const asked = { articleIds: articles, order, marks };
  if (place !== BY_HAND && !isId(place) || place === BY_HAND && articles.length === 0) return null;
  return (place === BY_HAND ? comparisonByHand(actor, asked) : comparison(actor, place, asked)).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) return null;
    throw error;
  });
}
