import { row, rows } from "@/lib/platform/database";
import { call } from "./call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "./world";

/** An article of the world, in which every word that is marked stands once. */
export const STANCE_TEXT = `Ferries and the town hall\nThe mayor was bold and the council bungled it, a steady hand and a timid one.\nTraders called it brave and mean and plain on Friday.`;

/** What is marked: the word, the target, and what differs from a critical, direct mark in own voice. */
export type Said = readonly [word: string, target: string, codes?: Record<string, unknown>];

/** A project in which articles can be read one by one, as a test wants them. */
export type StanceWorld = {
  readonly projectId: string; readonly coordinator: TestMember; readonly reviewer: TestMember; readonly observer: TestMember; readonly ann: TestMember; readonly bob: TestMember; readonly cat: TestMember;
  readonly tern: string; readonly quay: string; readonly mayor: string; readonly council: string;
};

/** Two outlets, two targets in focus and three annotators; nothing is read yet. */
export async function makeStanceWorld(): Promise<StanceWorld> {
  const projectId = await makeProject();
  const [coordinator, reviewer, observer] = [await addMember(projectId, "coordinator"), await addMember(projectId, "reviewer"), await addMember(projectId, "observer")];
  const [ann, bob, cat] = [await addMember(projectId, "annotator"), await addMember(projectId, "annotator"), await addMember(projectId, "annotator")];
  const [tern, quay] = [await addOutlet(projectId, "The Daily Tern"), await addOutlet(projectId, "Quay Standard")];
  const [mayor, council] = [await addTarget(projectId, "Mayor Varrick"), await addTarget(projectId, "Town council")];
  return { projectId, coordinator, reviewer, observer, ann, bob, cat, tern, quay, mayor, council };
}

/** An article with its outlet, publisher, genre and day. */
export async function publish(world: StanceWorld, outletId: string | null, more: { publisherId?: string | null; workId?: string; genre?: string; on?: string; text?: string } = {}): Promise<TestArticle> {
  const article = await addArticle(world.projectId, more.text ?? STANCE_TEXT, { outletId, publisherId: more.publisherId === undefined ? outletId : more.publisherId, ...(more.workId === undefined ? {} : { workId: more.workId }) });
  await rows("UPDATE article SET genre = $3, published_on = $4::date WHERE project_id = $1 AND id = $2", [world.projectId, article.articleId, more.genre ?? null, more.on ?? null]);
  return article;
}

/** Somebody marks words of an article, judges the two targets, and submits. Answers with the assignment. */
export async function reads(world: StanceWorld, who: TestMember, article: TestArticle, marks: readonly Said[], judged: { mayor?: unknown; council?: unknown } = {}): Promise<string> {
  const id = await assign(who, article);
  const path = `/projects/${world.projectId}/assignments/${id}`;
  const sent = async (method: string, to: string, body: object) => {
    const answer = await call(who, method, to, body);
    if (answer.status >= 300) throw new Error(`${to}: ${answer.text}`);
  };
  for (const [word, target, codes] of marks) await sent("POST", `${path}/spans`, spanOver(article, word, target, codes));
  for (const [target, value] of [[world.mayor, judged.mayor], [world.council, judged.council]] as const) await sent("PUT", `${path}/judgements/${target}`, { version: 0, value: value ?? "not_addressed" });
  const version = (await row<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [id]))?.version;
  await sent("POST", `${path}/submit`, { version, confirmEmpty: true });
  return id;
}
