import { expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { checkData } from "@/scripts/check/run";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

it("keeps marks in words that were made chrome, but counts and lists them in no figure", async () => {
  const project = await makeProject();
  const [lead, ann] = [await addMember(project, "coordinator"), await addMember(project, "annotator")];
  const outlet = await addOutlet(project, "The Daily Tern");
  const [council, mayor] = [await addTarget(project, "Council"), await addTarget(project, "Mayor")];
  const article = await addArticle(project, "Headline\nThe council bungled it.\nAlso read: brave mayor, wise council", { outletId: outlet });
  const path = `/projects/${project}/assignments/${await assign(ann, article)}`;
  for (const span of [spanOver(article, "bungled", council), spanOver(article, "wise", council, { framing: "advocacy" }), spanOver(article, "brave", mayor, { framing: "advocacy" })]) await call(ann, "POST", `${path}/spans`, span);
  for (const [target, value] of [[council, -1], [mayor, "not_addressed"]] as const) await call(ann, "PUT", `${path}/judgements/${target}`, { version: 0, value });
  expect((await call(ann, "POST", `${path}/submit`, { version: 1 })).status).toBe(200);
  const own = async () => (await call(lead, "GET", `/projects/${project}/stance`)).body["cells"].filter((cell: { articles: number }) => cell.articles > 0).map((cell: { targetId: string; counts: { own: object }; points: { value: number }[] }) => [cell.targetId, cell.counts.own, cell.points.map((point) => point.value)]);
  expect(await own()).toHaveLength(2);

  const changed = await call(lead, "PATCH", `/projects/${project}/articles/${article.articleId}/blocks`, { version: 1, changes: [{ ordinal: 2, kind: "chrome" }], confirm: true });
  expect(changed.status).toBe(200);
  expect(await own()).toEqual([[council, { advocacy: 0, neutral: 0, critical: 1 }, [-1]]]);
  for (const [target, total] of [[council, 1], [mayor, 0]] as const) expect((await call(lead, "GET", `/projects/${project}/stance/spans?outlet=${outlet}&target=${target}`)).body["total"]).toBe(total);
  expect(await rows("SELECT 1 FROM span WHERE deleted_at IS NULL")).toHaveLength(3);
  expect(await checkData(process.env["DATABASE_URL"] ?? "")).toEqual([]);

  await call(lead, "PATCH", `/projects/${project}/articles/${article.articleId}/blocks`, { version: 2, changes: [{ ordinal: 2, kind: "paragraph" }] });
  expect(await own()).toHaveLength(2);
});
