import { expect } from "vitest";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";

export const TEXT = "Ferries late\nThe council bungled the roster for weeks, traders said. The port kept its word.";

/** A project with a coordinator, two reviewers and annotators who each submitted the same article with their own marks. */
export type Submitted = { project: string; base: string; lead: TestMember; reviewer: TestMember; second: TestMember; annotators: TestMember[]; article: TestArticle; target: string; assignments: string[]; marks: string[][] };

/** `quotes`: what each annotator marks; an empty list is a submission without marks. */
export async function submitted(quotes: readonly (readonly string[])[]): Promise<Submitted> {
  const project = await makeProject();
  const base = `/projects/${project}`;
  const [lead, reviewer, second] = [await addMember(project, "coordinator"), await addMember(project, "reviewer"), await addMember(project, "reviewer")];
  const [article, target] = [await addArticle(project, TEXT), await addTarget(project, "Council")];
  const world: Submitted = { project, base, lead, reviewer, second, annotators: [], article, target, assignments: [], marks: [] };
  for (const own of quotes) await submits(world, own);
  return world;
}

/** One more annotator with these marks. */
export async function submits(world: Submitted, quotes: readonly string[], more: Record<string, unknown> = {}): Promise<void> {
  const { base, article, target } = world;
  const annotator = await addMember(world.project, "annotator");
  const assignment = await assign(annotator, article);
  const marks: string[] = [];
  for (const quote of quotes) {
    const span = spanOver(article, quote, target, more);
    expect((await call(annotator, "POST", `${base}/assignments/${assignment}/spans`, span)).status).toBe(201);
    marks.push(span.id);
  }
  await call(annotator, "PUT", `${base}/assignments/${assignment}/judgements/${target}`, { version: 0, value: -1 });
  const { version } = (await call(annotator, "GET", `${base}/assignments/${assignment}/document`)).body["assignment"];
  expect((await call(annotator, "POST", `${base}/assignments/${assignment}/submit`, { version, ...(quotes.length === 0 ? { confirmEmpty: true } : {}) })).status).toBe(200);
  world.annotators.push(annotator);
  world.assignments.push(assignment);
  world.marks.push(marks);
}

/** A place of the article, as questions name it. */
export const placeOf = (quote: string) => ({ start: [...TEXT.slice(0, TEXT.indexOf(quote))].length, end: [...TEXT.slice(0, TEXT.indexOf(quote))].length + [...quote].length, quote });
