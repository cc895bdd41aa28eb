import { describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addPupil, makeLesson } from "@/tests/factories/lesson";
import { addMember, makeProject, addOutlet } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

describe("the lesson of a class", () => {
  it("is read by teacher and pupils, with the server's clock", async () => {
    const { projectId, teacher, pupils, articles } = await makeLesson({ step: 1 });
    for (const who of [teacher, pupils[0]!]) {
      const { status, body } = await call(who, "GET", `/projects/${projectId}/lesson`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: "running", step: 1, asksJudgement: true, asksVoice: false, revealed: false, targets: [{ name: "Town hall" }] });
      expect(body["articles"].map((one: { articleId: string }) => one.articleId)).toEqual(articles.map((one) => one.articleId));
      expect(Date.parse(body["clock"].endsAt) - Date.parse(body["now"])).toBeLessThanOrEqual(10 * 60_000);
    }
  });

  it("does not exist where there is none, nor for strangers", async () => {
    const study = await addMember(await makeProject(), "coordinator");
    const { projectId } = await makeLesson();
    const none = await call(study, "GET", `/projects/${study.projectId}/lesson`);
    const foreign = await call(study, "GET", `/projects/${projectId}/lesson`);
    expect([none.status, foreign.status]).toEqual([404, 404]);
  });

  it("gives whoever joins its articles in its order with the blocks that are not folded away", async () => {
    const { projectId, articles } = await makeLesson({ pupils: 0 });
    const pupil = await addPupil(projectId);
    const given = await rows("SELECT article_id AS id, block_ordinals AS blocks, position FROM assignment WHERE project_id = $1 AND member_id = $2 ORDER BY position", [projectId, pupil.memberId]);
    expect(given).toEqual(articles.map((one, position) => ({ id: one.articleId, blocks: [0, 1, 2], position })));
  });

  it("keeps outlets' names in titles from pupils who do not see sources", async () => {
    const { projectId, pupils, teacher, articles } = await makeLesson({ sourceBlind: true });
    await rows("UPDATE article SET outlet_id = $3 WHERE project_id = $1 AND id = $2", [projectId, articles[0]!.articleId, await addOutlet(projectId, "Bridge")]);
    const titleFor = async (who: typeof teacher): Promise<string> => (await call(who, "GET", `/projects/${projectId}/lesson`)).body["articles"][0].title;
    expect(await titleFor(teacher)).toMatch(/^Bridge shut/);
    expect(await titleFor(pupils[0]!)).toMatch(/^█+ shut/);
  });
});
