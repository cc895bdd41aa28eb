import { createHash } from "node:crypto";
import { splitBlocks } from "@/lib/articles/blocks";
import { createSpan } from "@/lib/annotations/server/create-span";
import { memberOf, type MemberActor } from "@/lib/accounts/server/actor";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { COUNT_PROGRESS } from "@/lib/assignments/server/progress-counts";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, type TestArticle, type TestMember } from "@/tests/factories/world";
import { newsText, wordsOf, type Word } from "./text";

/** An article that one annotator works on. */
export interface Desk {
  readonly article: TestArticle;
  readonly assignmentId: string;
  readonly words: readonly Word[];
}

/** What the measurements work with. */
export interface World {
  readonly projectId: string;
  readonly targetId: string;
  readonly annotator: TestMember;
  readonly actor: MemberActor;
  readonly cookie: string;
  /** 5,000 code points. */
  readonly short: Desk;
  /** 100,000 code points, without and with 2,000 spans. */
  readonly plain: Desk;
  readonly marked: Desk;
}

const FRAMINGS = ["advocacy", "neutral", "critical"] as const;
const MARKS = 2000;

/** A new span over a few words that follow each other. */
export function spanAt(world: Pick<World, "targetId">, desk: Desk, place: number, length = 3) {
  const [first, last] = [desk.words[place % desk.words.length]!, desk.words[Math.min(place % desk.words.length + length, desk.words.length) - 1]!];
  const quote = [...desk.article.text].slice(first.start, last.end).join("");
  return {
    id: newId(), revisionId: desk.article.revisionId, parts: [{ start: first.start, end: last.end, quote }], targetId: world.targetId,
    framing: FRAMINGS[place % 3]!, voice: "own" as const, attribution: null, directness: "direct" as const, device: null, confidence: null, note: "", labelIds: [],
  };
}

/** An operation as the door makes it. */
export function operation(body: object): { id: string; digest: string } {
  return { id: newId(), digest: createHash("sha256").update(JSON.stringify(body)).digest("base64url") };
}

/** The small project that is worked in. */
export async function makeWorld(): Promise<World> {
  const projectId = await makeProject({ name: "Worked in" });
  const annotator = await addMember(projectId, "annotator");
  const targetId = await addTarget(projectId, "Town council");
  const outletId = await addOutlet(projectId, "The Daily Tern");
  const desk = async (length: number, seed: number): Promise<Desk> => {
    const article = await addArticle(projectId, newsText(length, seed), { outletId });
    return { article, assignmentId: await assign(annotator, article), words: wordsOf(article.text) };
  };
  const [short, plain, marked] = [await desk(5000, 1), await desk(100_000, 2), await desk(100_000, 2)];
  const { member: actor } = await memberOf({ session: annotator.session, address: "127.0.0.1" }, projectId);
  if (!actor) throw new Error("the annotator cannot sign in");
  const step = Math.floor(marked.words.length / MARKS);
  for (let n = 0; n < MARKS; n += 1) {
    const span = spanAt({ targetId }, marked, n * step, 2 + (n % 6));
    await createSpan(actor, operation(span), marked.assignmentId, span);
  }
  return { projectId, targetId, annotator, actor, cookie: `${sessionCookie()}=${annotator.session}`, short, plain, marked };
}

/** The second project: `count` articles of 5,000 code points with blocks, each assigned to one of ten annotators. */
export async function loadArticles(count: number): Promise<void> {
  const projectId = await makeProject({ name: "Beside it" });
  const members = await Promise.all(Array.from({ length: 10 }, () => addMember(projectId, "annotator")));
  // Five hundred bodies; the number in front makes every text another one of the same length.
  const bodies = Array.from({ length: 500 }, (_, n) => newsText(4990, 1000 + n));
  const places = bodies.map((body) => splitBlocks(`${"0".repeat(9)} ${body}`));
  for (let from = 0; from < count; from += 500) {
    const made = bodies.slice(0, count - from).map((body, n) => {
      const text = `${String(from + n).padStart(9, "0")} ${body}`;
      return { id: newId(), work: newId(), revision: newId(), text, blocks: places[n]!, member: members[n % members.length]!.memberId };
    });
    const ids = made.map((one) => one.id);
    const revisions = made.map((one) => one.revision);
    const texts = made.map((one) => one.text);
    const blocks = made.flatMap((one) => one.blocks.map((block) => ({ revision: one.revision, ...block })));
    await rows("INSERT INTO work (project_id, id) SELECT $1, unnest($2::uuid[])", [projectId, made.map((one) => one.work)]);
    await rows(
      `INSERT INTO article (project_id, id, work_id, current_revision_id, title, words, code_points, own_voice_code_points)
       SELECT $1, a.id, a.work, a.revision, split_part(a.text, E'\\n', 1), 800, 5000, 5000 FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) AS a(id, work, revision, text)`,
      [projectId, ids, made.map((one) => one.work), revisions, texts],
    );
    await rows(
      `INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points)
       SELECT $1, r.id, r.article, 1, r.text, sha256(convert_to(r.text, 'UTF8')), 5000 FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS r(id, article, text)`,
      [projectId, revisions, ids, texts],
    );
    await rows(
      "INSERT INTO block (project_id, revision_id, ordinal, kind, start_offset, end_offset) SELECT $1, * FROM unnest($2::uuid[], $3::int[], $4::text[], $5::int[], $6::int[])",
      [projectId, blocks.map((b) => b.revision), blocks.map((b) => b.ordinal), blocks.map((b) => b.kind), blocks.map((b) => b.start), blocks.map((b) => b.end)],
    );
    await rows(
      `WITH made AS (
         INSERT INTO assignment (project_id, id, article_id, member_id, position) SELECT $1, gen_random_uuid(), a.article, a.member, $4 + a.n FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS a(article, member, n) RETURNING *, 1 AS d
       ), ${COUNT_PROGRESS("made")} SELECT`,
      [projectId, ids, made.map((one) => one.member), from],
    );
  }
  await rows("ANALYZE");
}
