import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import type { Passage } from "../speech/passage";

/** Who says what in a revision. */
export type SpeechOf = { readonly revisionId: string; readonly speech: readonly Passage[] };

/** Writes who says what in many revisions, which have no such rows yet, in one statement. */
export async function writeSpeech(_actor: Actor, tx: Sql, projectId: string, revisions: readonly SpeechOf[]): Promise<void> {
  const all = revisions.flatMap(({ revisionId, speech }) => speech.map((passage, ordinal) => ({ revisionId, ordinal, ...passage })));
  if (all.length === 0) return;
  await rows(
    `INSERT INTO speech (project_id, revision_id, ordinal, kind, start_offset, end_offset, inner_start, inner_end, speaker_start, speaker_end, cue_start, cue_end)
     SELECT $1, x.* FROM unnest($2::uuid[], $3::int[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[], $11::int[], $12::int[]) AS x(revision, ordinal, kind, s, e, inner_s, inner_e, speaker_s, speaker_e, cue_s, cue_e)`,
    [
      projectId, all.map((one) => one.revisionId), all.map((one) => one.ordinal), all.map((one) => one.kind), all.map((one) => one.start), all.map((one) => one.end), all.map((one) => one.inner.start), all.map((one) => one.inner.end),
      all.map((one) => one.speaker?.start ?? null), all.map((one) => one.speaker?.end ?? null), all.map((one) => one.cue?.start ?? null), all.map((one) => one.cue?.end ?? null),
    ],
    tx,
  );
}
