import { newId } from "@/lib/kernel/id";
import { makeMember, makeUser, signInAs, sql } from "./site";
import { assignAll, makeStudy, Person } from "./study";
import type { Browser, BrowserContext } from "@playwright/test";

/** What one annotator marks: words, and what differs from a critical mark in own voice toward the first target. */
export type Marked = { readonly quote: string; readonly target?: number; readonly framing?: string; readonly note?: string };
/** A project with submitted work that waits for reviewers. */
export type Review = { readonly id: string; readonly path: string; readonly articleId: string; readonly lead: Person; readonly reviewer: { readonly user: string; readonly name: string }; readonly other: { readonly user: string; readonly name: string }; readonly end: () => Promise<void> };

/** A project whose annotators, one for each list of marks, have submitted its article; with two reviewers. */
export async function makeReview(browser: Browser, baseURL: string, name: string, text: string, work: readonly (readonly Marked[])[]): Promise<Review> {
  const contexts: BrowserContext[] = [];
  const personOf = async (user: string): Promise<Person> => {
    const context = await browser.newContext();
    contexts.push(context);
    return Person.of(baseURL, await signInAs(context, baseURL, user));
  };
  const lead = await personOf(await makeUser(`Lead of ${name}`));
  const study = await makeStudy(lead, { name, text });
  const { id: port } = await lead.do<{ id: string }>("POST", `/projects/${study.id}/targets`, { name: "Port company" });
  const targets = [study.targetId, port];
  const [revision] = await sql<{ id: string }>("SELECT current_revision_id AS id FROM article WHERE id = $1", [study.articleId]);
  for (const [i, marks] of work.entries()) {
    const user = await makeUser(`Coder ${i} of ${name}`);
    const assignment = await assignAll(lead, study.id, await makeMember(study.id, user, "annotator", ["Heron", "Gull", "Tern", "Stork"][i] ?? `Bird ${i}`));
    const coder = await personOf(user);
    const at = `/projects/${study.id}/assignments/${assignment}`;
    for (const { quote, target = 0, framing = "critical", note = "" } of marks) {
      const start = [...text.slice(0, text.indexOf(quote))].length;
      await coder.do("POST", `${at}/spans`, { id: newId(), revisionId: revision!.id, parts: [{ start, end: start + [...quote].length, quote }], targetId: targets[target], framing, voice: "own", note });
    }
    for (const targetId of targets) await coder.do("PUT", `${at}/judgements/${targetId}`, { version: 0, value: targetId === port ? 1 : i === 0 ? -2 : -1 });
    const { assignment: { version } } = await coder.do<{ assignment: { version: number } }>("GET", `${at}/document`);
    await coder.do("POST", `${at}/submit`, { version, confirmEmpty: true });
    await coder.end();
  }
  const reviewers = await Promise.all([["Ines", "Plover"], ["Rae", "Curlew"]].map(async ([person, pseudonym]) => {
    const user = await makeUser(`${person} of ${name}`);
    await makeMember(study.id, user, "reviewer", pseudonym!);
    return { user, name: pseudonym! };
  }));
  await Promise.all(contexts.map((context) => context.close()));
  return { id: study.id, path: study.path, articleId: study.articleId, lead, reviewer: reviewers[0]!, other: reviewers[1]!, end: () => lead.end() };
}
