import "server-only";
import { createHash } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNTED_WORK } from "@/lib/annotations/server/rollup";
import { randomFrom, shuffled } from "@/lib/kernel/random";
import { rows } from "@/lib/platform/database";
import { instructive, type Candidate } from "../../around/instructive";
import type { Passage } from "../../around/passage";
import type { Cluster } from "../../cluster";
import { readMarks, type Marks } from "../marks";

/** Articles that are looked through, those on which annotators agree least first. */
const MOST_ARTICLES = 40;
/** Code points of a passage; of a longer paragraph, what stands around the marks. */
const LONGEST = 1_200;

// Letters go by the order of this list, which is shuffled for each passage.
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The instructive disagreements of a project for a meeting, the same for the same seed while the marks stay. Nobody's name or id is in them. */
export async function meetingPassages(actor: MemberActor, { seed, n }: { seed: string; n: number }): Promise<Passage[]> {
  const articles = await rows<{ id: string }>(
    `SELECT ar.id FROM article ar LEFT JOIN adjudication j ON j.project_id = ar.project_id AND j.article_id = ar.id
     WHERE ar.project_id = $1 AND ar.state = 'active' AND 1 < (SELECT count(*) FROM assignment a WHERE a.project_id = $1 AND a.article_id = ar.id AND ${COUNTED_WORK}) ORDER BY j.agreement NULLS LAST, ar.id LIMIT ${MOST_ARTICLES}`,
    [actor.projectId],
  );
  const marks = new Map<string, Marks>();
  // One after the other: each is a few reads, and a meeting is prepared once.
  for (const { id } of articles) marks.set(id, await readMarks(actor, id));
  const random = randomFrom(createHash("sha256").update(seed).digest().readBigUInt64BE());
  const candidates = [...marks].flatMap(([articleId, { clusters }]) => clusters.map((cluster) => ({ articleId, cluster })));
  const chosen = instructive(candidates, n, random) as (Candidate & { cluster: Cluster })[];
  const places = chosen.map(({ articleId, cluster }) => around(cluster, marks.get(articleId)!));
  const texts = await rows<{ title: string; language: string | null; text: string }>(
    `SELECT ar.title, ar.language, substr(r.text, x.s + 1, x.e - x.s) AS text FROM unnest($2::uuid[], $3::int[], $4::int[]) WITH ORDINALITY AS x(article_id, s, e, n)
     JOIN article ar ON ar.project_id = $1 AND ar.id = x.article_id JOIN revision r ON r.project_id = ar.project_id AND r.id = ar.current_revision_id ORDER BY x.n`,
    [actor.projectId, chosen.map((one) => one.articleId), places.map((one) => one.start), places.map((one) => one.end)],
  );
  const targets = new Map((await rows<{ id: string; name: string }>("SELECT id, name FROM target WHERE project_id = $1", [actor.projectId])).map((one) => [one.id, one.name]));
  return chosen.map(({ articleId, cluster }, i) => {
    const people = shuffled([...cluster.readers], random);
    const from = places[i]!.start;
    return {
      key: cluster.key, articleId, title: texts[i]!.title, language: texts[i]!.language, text: texts[i]!.text, state: cluster.state, readers: people.length,
      marks: cluster.spans
        .map(({ memberId, parts, targetId, framing, voice }) => ({ letter: LETTERS[people.indexOf(memberId) % LETTERS.length] ?? "?", parts: parts.map(({ start, end }) => ({ start: Math.max(0, start - from), end: Math.min(end, places[i]!.end) - from })).filter((part) => part.start < part.end), target: targets.get(targetId) ?? "", framing, voice }))
        .sort((a, b) => (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0)),
    };
  });
}

/** The paragraphs that a cluster lies in, or what stands around it where they are long. */
function around({ start, end }: Cluster, { blocks }: Marks): { start: number; end: number } {
  const over = blocks.filter((block) => block.start < end && start < block.end);
  const whole = { start: Math.min(start, ...over.map((one) => one.start)), end: Math.max(end, ...over.map((one) => one.end)) };
  if (whole.end - whole.start <= LONGEST) return whole;
  const room = Math.max(0, LONGEST - (end - start)) / 2;
  return { start: Math.max(whole.start, Math.floor(start - room)), end: Math.min(whole.end, Math.ceil(Math.min(end, start + LONGEST) + room)) };
}
