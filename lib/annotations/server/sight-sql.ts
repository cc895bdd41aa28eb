import "server-only";
import { SEEN_BEFORE } from "./span-sql";

/**
 * What the author of a judgement or answer could see when it was saved, as `sees` (others' marks) and `blind` (no
 * source), for assignment `a` of project `p`; `annotator` says whether the author annotates as their office.
 */
export const SIGHT = (annotator: string): string => `
  p.revealed_at IS NOT NULL OR ${SEEN_BEFORE("peers_seen_at")} OR NOT ${annotator} AS sees,
  p.source_blind AND ${annotator} AND p.revealed_at IS NULL AND NOT ${SEEN_BEFORE("source_seen_at")} AS blind`;

/** The assignments of an upsert that carry it on: once seen is seen, and a change after a reveal is remembered. */
export const KEEP_SIGHT = (table: string): string => `
  peers_seen = ${table}.peers_seen OR excluded.peers_seen, source_blind = ${table}.source_blind AND excluded.source_blind,
  changed_after_reveal = ${table}.changed_after_reveal OR excluded.peers_seen AND NOT ${table}.peers_seen OR ${table}.source_blind AND NOT excluded.source_blind`;
