import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const TEXT = "Quay traders wait\nThe council bungled the closure. The port company kept the lamp burning.";
let coordinator: TestMember, annotator: TestMember;
let assignmentId: string;
beforeEach(async () => {
  await truncateAll();
  const projectId = await makeProject();
  [coordinator, annotator] = [await addMember(projectId, "coordinator"), await addMember(projectId, "annotator")];
  const article = await addArticle(projectId, TEXT);
  const targetId = await addTarget(projectId, "Town council");
  assignmentId = await assign(annotator, article);
  for (const [quote, framing] of [["bungled the closure", "critical"], ["kept the lamp burning", "advocacy"], ["100%", "critical"]] as const)
    if (TEXT.includes(quote)) expect((await call(annotator, "POST", `/projects/${projectId}/assignments/${assignmentId}/spans`, spanOver(article, quote, targetId, { framing }))).status).toBe(201);
});
const examples = async (query: string) => ((await call(coordinator, "GET", `/projects/${coordinator.projectId}/codebook/examples?${query}`)).body as { items: { quote: string; annotator: string }[] }).items;

describe("marks offered as examples", () => {
  it("are those of submitted work with the framing asked for", async () => {
    expect(await examples("labelId=critical")).toEqual([]);
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now(), first_submitted_at = now() WHERE id = $1", [assignmentId]);
    expect((await examples("labelId=critical")).map(({ quote }) => quote)).toEqual(["bungled the closure"]);
    expect((await examples("labelId=advocacy")).map(({ quote }) => quote)).toEqual(["kept the lamp burning"]);
    expect(await examples("labelId=neutral")).toEqual([]);
  });

  it("are found by their words, whatever the case, and signs mean themselves", async () => {
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now(), first_submitted_at = now() WHERE id = $1", [assignmentId]);
    expect(await examples("labelId=critical&q=BUNGLED")).toHaveLength(1);
    expect(await examples("labelId=critical&q=%25")).toEqual([]);
  });

  it("leave out deleted marks and archived articles, and refuse what is no label", async () => {
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now(), first_submitted_at = now() WHERE id = $1", [assignmentId]);
    await rows("UPDATE span SET deleted_at = now() WHERE framing = 'critical'");
    expect(await examples("labelId=critical")).toEqual([]);
    await rows("UPDATE article SET state = 'archived'");
    expect(await examples("labelId=advocacy")).toEqual([]);
    expect((await call(coordinator, "GET", `/projects/${coordinator.projectId}/codebook/examples?labelId=other`)).status).toBe(422);
  });
});
