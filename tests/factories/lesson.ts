import { enrolMember } from "@/lib/lessons/server/enrol";
import { job } from "@/lib/accounts/server/actor";
import type { Step, StepKind } from "@/lib/lessons/lesson";
import { rows, transaction } from "@/lib/platform/database";
import { addArticle, addMember, addOutlet, addTarget, makePerson, makeProject, type TestArticle, type TestMember } from "./world";

export const BRIDGE = "Bridge shut as town hall scrambles\n\nThe bridge was closed on Thursday. What the town hall could not manage in six months, the port managed before breakfast.\n\nThe mayor spent Friday dodging questions.\n\nA second inspection is due on Monday.";
export const FERRY = "Ferries carry the town while the bridge rests\n\nTwo free ferries ran by five. The council had planned for this since April.\n\nThe mayor answered every question on the steps.\n\nThe bridge may open in spring.";

/** A class with a lesson on two invented articles about one target, its teacher and pupils, before its start. */
export type LessonWorld = { projectId: string; teacher: TestMember; pupils: TestMember[]; articles: TestArticle[]; targetId: string; assignmentOf: (pupil: TestMember, article: TestArticle) => Promise<string> };

const step = (kind: StepKind, minutes: number): Step => ({ kind, minutes, help: "" });
export const STEPS: readonly Step[] = [step("read", 5), step("mark", 12), step("judge", 3), step("reveal", 2), step("talk", 10), step("rewrite", 5), step("exit", 3)];

export async function addPupil(projectId: string): Promise<TestMember> {
  const pupil = await addMember(projectId, "annotator", await makePerson(undefined, "pupil"));
  await transaction((tx) => enrolMember(job(), tx, pupil));
  return pupil;
}

export async function makeLesson(options: { pupils?: number; steps?: readonly Step[]; asksVoice?: boolean; sourceBlind?: boolean; step?: number | null } = {}): Promise<LessonWorld> {
  const projectId = await makeProject({ kind: "class", name: "Room 14: the bridge" });
  const teacher = await addMember(projectId, "coordinator");
  const steps = options.steps ?? STEPS;
  await rows("UPDATE project SET source_blind = $2 WHERE id = $1", [projectId, options.sourceBlind ?? false]);
  const targetId = await addTarget(projectId, "Town hall", steps.some(({ kind }) => kind === "judge"));
  const articles = [await addArticle(projectId, BRIDGE, { outletId: await addOutlet(projectId, "Harbour Post") }), await addArticle(projectId, FERRY, { outletId: await addOutlet(projectId, "Town Herald") })];
  const running = options.step !== undefined && options.step !== null;
  await rows(
    `INSERT INTO lesson (project_id, state, event, steps, step, step_ends_at, started_at, asks_voice, exit_question) VALUES ($1, $2, 'The bridge', $3, $4::int, CASE WHEN $4::int IS NOT NULL THEN now() + interval '10 minutes' END, CASE WHEN $4::int IS NOT NULL THEN now() END, $5, 'Which word did the most work?')`,
    [projectId, running ? "running" : "draft", JSON.stringify(steps), options.step ?? null, options.asksVoice ?? false],
  );
  // The headline and the two paragraphs after it; the last one is folded away.
  for (const [position, article] of articles.entries())
    await rows("INSERT INTO lesson_article (project_id, article_id, position, block_ordinals, counted_code_points) VALUES ($1, $2, $3, '{0,1,2}', $4)", [projectId, article.articleId, position, article.text.length - article.text.split("\n").at(-1)!.length]);
  const pupils: TestMember[] = [];
  for (let n = 0; n < (options.pupils ?? 2); n++) pupils.push(await addPupil(projectId));
  const assignmentOf = async (pupil: TestMember, article: TestArticle): Promise<string> =>
    (await rows<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND member_id = $2 AND article_id = $3", [projectId, pupil.memberId, article.articleId]))[0]!.id;
  return { projectId, teacher, pupils, articles, targetId, assignmentOf };
}
