import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { memberOf, type MemberActor } from "@/lib/accounts/server/actor";
import { changeBlocks } from "@/lib/articles/server/change-blocks";
import { newId } from "@/lib/kernel/id";
import { row } from "@/lib/platform/database";
import { type Answer, call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let lead: TestMember, ann: TestMember, article: TestArticle, target: string, spans: string;
beforeEach(async () => {
  const project = await makeProject();
  [lead, ann] = [await addMember(project, "coordinator"), await addMember(project, "annotator")];
  article = await addArticle(project, "Headline\nThe council bungled it.\nYou may also like");
  target = await addTarget(project, "Council");
  spans = `/projects/${project}/assignments/${await assign(ann, article)}/spans`;
});

const actor = async (who: TestMember): Promise<MemberActor> => (await memberOf({ session: who.session, address: "" }, who.projectId)).member!;
const changing = async (kind: "chrome" | "caption", meanwhile: () => Promise<void>) =>
  changeBlocks(await actor(lead), { id: newId(), digest: "test" }, article.articleId, { version: 1, changes: [{ ordinal: 2, kind }] }, meanwhile);

/** Saves a span while blocks are being changed, and lets the change end only when the save has begun. */
async function savedDuring(kind: "chrome" | "caption"): Promise<Answer> {
  let saving: Promise<Answer> | undefined;
  await changing(kind, async () => {
    saving = call(ann, "POST", spans, spanOver(article, "also like", target));
    await pause(300);
  });
  return saving!;
}

describe("a span that is saved while blocks are changed", () => {
  it("is refused where the blocks become chrome", async () => {
    const saved = await savedDuring("chrome");
    expect([saved.status, saved.body["errors"]?.[0]?.code]).toEqual([422, "in_chrome"]);
    expect(await row("SELECT count(*)::int AS n FROM span")).toEqual({ n: 0 });
  });

  it("is stored where they can still be marked", async () => {
    expect((await savedDuring("caption")).status).toBe(201);
    expect(await row("SELECT count(*)::int AS n FROM span")).toEqual({ n: 1 });
  });

  it("is found by the change when it came first", async () => {
    const saved = call(ann, "POST", spans, spanOver(article, "also like", target));
    expect((await saved).status).toBe(201);
    await expect(changing("chrome", async () => undefined)).rejects.toMatchObject({ code: "conflict", extra: { affectedCount: 1 } });
  });
});
