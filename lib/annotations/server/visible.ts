import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";

/** Whether the actor may see marks of others at all: by office, or since the reveal. */
export const seesPeers = (actor: MemberActor): boolean => actor.role !== "annotator" || actor.revealed;

/**
 * The where clause of every read of spans and judgements: one's own, and others' once submitted where the actor
 * may see them. Needs the aliases `s` (span or judgement) and `a` (its assignment), and takes two placeholders.
 */
export const visibleMarks = (member: string, peers: string): string => `(s.member_id = ${member}::uuid OR (${peers}::boolean AND a.state = 'submitted'))`;

/** The members whose submitted work the actor may see counted: everybody's, or only one's own. */
export const visibleWork = (member: string, peers: string): string => `(a.member_id = ${member}::uuid OR ${peers}::boolean)`;
