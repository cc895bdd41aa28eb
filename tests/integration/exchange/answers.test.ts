import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { publishNext, putSets } from "@/tests/factories/put-sets";
import { codebookWith, makeLabel, makeSet } from "@/tests/factories/questions";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { parseCsv } from "@/tests/support/parse-csv";

emptyBeforeEach();

const [economy, trade] = [makeLabel("=Economy"), makeLabel("Trade")];
const issue = makeSet("Issue", [economy, trade], { choice: "multiple" });
const tone = makeSet("Tone", ["Mocking"], { level: "span" });
let project: string, ann: TestMember, bob: TestMember, lead: TestMember, article: TestArticle, target: string, assignment: string, base: string;

async function csv(who: TestMember, file: string): Promise<Record<string, string>[]> {
  const { status, text } = await call(who, "GET", `/projects/${project}/export/${file}`);
  expect(status).toBe(200);
  const [head = [], ...records] = parseCsv(text);
  return records.map((record) => Object.fromEntries(head.map((name, i) => [name, record[i] ?? ""])));
}

beforeEach(async () => {
  project = await makeProject();
  [ann, bob, lead] = [await addMember(project, "annotator"), await addMember(project, "annotator"), await addMember(project, "coordinator")];
  article = await addArticle(project, "Headline\nThe council bungled it.", { outletId: await addOutlet(project, "Tern") });
  target = await addTarget(project, "Council");
  await putSets(project, [issue, tone]);
  [assignment] = [await assign(ann, article), await assign(bob, article)];
  base = `/projects/${project}/assignments/${assignment}`;
  expect((await call(ann, "POST", `${base}/spans`, spanOver(article, "bungled", target, { labelIds: [tone.labels[0]!.id] }))).status).toBe(201);
  await call(ann, "PUT", `${base}/judgements/${target}`, { version: 0, value: -2, confidence: 3, note: "=1+1" });
  await call(ann, "PUT", `${base}/answers/${issue.id}`, { version: 0, labelIds: [economy.id, trade.id] });
  await call(ann, "PUT", `${base}/notes/${newId()}`, { version: 0, kind: "omitted", body: "-No trader is heard." });
  const gone = newId();
  await call(ann, "PUT", `${base}/notes/${gone}`, { version: 0, kind: "note", body: "x" });
  await call(ann, "DELETE", `${base}/notes/${gone}`, { version: 1 });
});

describe("answers, notes and labels in exports", () => {
  it("ask for a sign-in, are nothing to others, and are one's own before they are submitted", async () => {
    for (const file of ["answers.csv", "notes.csv"]) {
      expect((await call(null, "GET", `/projects/${project}/export/${file}`)).status).toBe(401);
      expect((await call(await addMember(await makeProject(), "coordinator"), "GET", `/projects/${project}/export/${file}`)).status).toBe(404);
      for (const who of [bob, lead]) expect(await csv(who, file)).toEqual([]);
      expect(await csv(ann, file)).toHaveLength(1);
    }
  });

  it("name labels with their sets, defused, and say under which codebook", async () => {
    expect((await call(ann, "POST", `${base}/submit`, { version: 2 })).status).toBe(200);
    expect(await csv(lead, "answers.csv")).toEqual([expect.objectContaining({ set: "Issue", labels: "Issue: =Economy|Issue: Trade", label_ids: `${economy.id}|${trade.id}`, needs_review: "false", outlet: "Tern", codebook_version: "1", assignment_state: "submitted", set_id: issue.id, answer_version: "1" })]);
    expect(await csv(lead, "notes.csv")).toEqual([expect.objectContaining({ kind: "omitted", note: "'-No trader is heard.", outlet: "Tern", round: "1", note_version: "1" })]);
    expect((await csv(lead, "judgements.csv"))[0]).toMatchObject({ judgement: "-2", confidence: "3", note: "'=1+1" });
    expect((await csv(lead, "spans.csv"))[0]).toMatchObject({ labels: "Tone: Mocking", codebook_version: "1" });
  });

  it("see labels through merges, under their newest names", async () => {
    const merged = { ...issue, name: "Main issue", labels: [{ ...economy, name: "Economics" }, { ...trade, mergedIntoId: economy.id }] };
    await publishNext(project, codebookWith([merged, tone]));
    expect((await csv(ann, "answers.csv"))[0]).toMatchObject({ set: "Main issue", labels: "Main issue: Economics", codebook_version: "1" });
  });

  it("keep the source from a blind annotator", async () => {
    await rows("UPDATE project SET source_blind = true WHERE id = $1", [project]);
    for (const file of ["answers.csv", "notes.csv"]) expect(await csv(ann, file)).toEqual([expect.objectContaining({ outlet: "", work_id: "" })]);
    expect((await csv(ann, "answers.csv"))[0]!["text_sha256"]).toBe("");
  });
});
