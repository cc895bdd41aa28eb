import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";

/** Whether the actor may see everybody's submitted marks: by office, or since the reveal. */
export const seesPeers = (actor: MemberActor): boolean => actor.role !== "annotator" || actor.revealed;

/**
 * Whether the actor may see figures of stance: whoever sees everybody's marks, but no pupil. A class counts what it
 * marked in an article; it passes no judgement on a newspaper.
 */
export const seesFigures = (actor: MemberActor): boolean => seesPeers(actor) && !(actor.projectKind === "class" && actor.role === "annotator");

/** How far the actor sees others' submitted marks: 2 everywhere, 1 on articles that they have submitted themselves, 0 nowhere. */
export const peerSight = (actor: MemberActor): 0 | 1 | 2 => (seesPeers(actor) ? 2 : actor.revealedBySubmission ? 1 : 0);

/** Whether a mark (alias `s`, its assignment `w`) may be told of in a report on a corrected text: once it was submitted, or to whom it belongs. Takes the member's placeholder. */
export const TOLD = (member: string): string => `(w.first_submitted_at IS NOT NULL OR s.member_id = ${member}::uuid)`;

/**
 * The where clause of every read of spans and judgements: one's own, and others' once submitted where the actor
 * may see them. Needs the aliases `s` (span or judgement) and `a` (its assignment), and takes two placeholders:
 * the member's id and `peerSight`.
 */
export const visibleMarks = (member: string, sight: string): string => `(s.member_id = ${member}::uuid OR a.state = 'submitted' AND (${sight}::int = 2 OR ${sight}::int = 1 AND EXISTS (
  SELECT FROM assignment mine WHERE mine.project_id = s.project_id AND mine.article_id = s.article_id AND mine.member_id = ${member}::uuid AND mine.state = 'submitted')))`;
