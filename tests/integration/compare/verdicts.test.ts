import { beforeEach, describe, expect, it } from "vitest";
import { memberOf, type MemberActor } from "@/lib/accounts/server/actor";
import { readVerdicts } from "@/lib/compare/server/verdicts";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, makeProject, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember, reviewer: TestMember;
let one: TestArticle, other: TestArticle;
const api = (method: string, path: string, body?: object, who = lead) => call(who, method, `/projects/${lead.projectId}/compare${path}`, body);
const place = (article: TestArticle, quote: string) => {
  const start = article.text.indexOf(quote);
  return { articleId: article.articleId, revisionId: article.revisionId, start, end: start + quote.length };
};
const draft = (verdict: string, more: object = {}) => ({ subject: "fact", a: place(other, "2013"), b: place(one, "2003"), verdict, ...more });
const standing = async (subject: "passage" | "fact" = "fact") => readVerdicts(await actorOf(lead), subject, [one.articleId, other.articleId]);
const actorOf = async (who: TestMember): Promise<MemberActor> => (await memberOf({ session: who.session, address: "" }, who.projectId)).member!;

beforeEach(async () => {
  const projectId = await makeProject();
  [lead, reviewer] = [await addMember(projectId, "coordinator"), await addMember(projectId, "reviewer")];
  [one, other] = [await addArticle(projectId, "The mill\nThe mill moved in 2003.\nRead next in 2003", { kinds: { 2: "chrome" } }), await addArticle(projectId, "A mill\nThe mill was moved in 2013.")];
});

describe("a verdict on two places", () => {
  it("is stored with the lower article first, whichever came first", async () => {
    const made = await api("POST", "/verdicts", draft("conflict", { note: "Ten years apart." }));
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ a: place(one, "2003"), b: place(other, "2013"), verdict: "conflict", note: "Ten years apart.", memberId: lead.memberId, version: 1 });
    expect(await standing()).toEqual([made.body]);
    expect(await standing("passage")).toEqual([]);
  });

  it("gives way to the next, which has to know it, and both are kept", async () => {
    const first = await api("POST", "/verdicts", draft("conflict"));
    const blind = await api("POST", "/verdicts", draft("different"), reviewer);
    expect(blind.status).toBe(409);
    expect(blind.body["current"]).toMatchObject({ id: first.body["id"], verdict: "conflict" });
    const next = await api("POST", "/verdicts", draft("different", { replaces: first.body["id"] }), reviewer);
    expect(next.status, next.text).toBe(201);
    expect((await standing()).map(({ verdict }) => verdict)).toEqual(["different"]);
    expect(await rows("SELECT verdict FROM comparison_verdict ORDER BY at")).toHaveLength(2);
  });

  it("is taken back by whoever saw it as it stands", async () => {
    const { body } = await api("POST", "/verdicts", draft("same"));
    expect((await api("DELETE", `/verdicts/${body["id"]}`, { version: 7 })).status).toBe(409);
    expect((await api("DELETE", `/verdicts/${body["id"]}`, { version: 1 })).status).toBe(200);
    expect(await standing()).toEqual([]);
    expect((await api("DELETE", `/verdicts/${body["id"]}`, { version: 2 })).status).toBe(404);
    expect((await api("POST", "/verdicts", draft("conflict"))).status).toBe(201);
  });

  it("refuses a place in page chrome, outside of the text, in one article twice, or in a text that was corrected", async () => {
    const chrome = { ...place(one, "Read next"), articleId: one.articleId };
    expect((await api("POST", "/verdicts", draft("same", { b: chrome }))).status).toBe(422);
    expect((await api("POST", "/verdicts", draft("same", { b: { ...chrome, start: 900, end: 904 } }))).status).toBe(422);
    expect((await api("POST", "/verdicts", draft("same", { b: place(other, "mill") }))).status).toBe(422);
    expect((await api("POST", "/verdicts", { ...draft("conflict"), subject: "passage" })).status).toBe(422);
    expect((await api("POST", "/verdicts", draft("same", { b: { ...place(one, "2003"), revisionId: other.revisionId } }))).status).toBe(409);
    expect(await standing()).toEqual([]);
  });

  it("leaves the list when the text of one article is corrected", async () => {
    await api("POST", "/verdicts", draft("same"));
    const corrected = await call(lead, "POST", `/projects/${lead.projectId}/articles/${one.articleId}/revisions`, { version: 1, text: "The mill\nThe mill moved in 2004." });
    expect(corrected.status, corrected.text).toBeLessThan(300);
    expect(await standing()).toEqual([]);
  });
});
