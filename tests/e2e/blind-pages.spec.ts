import { expect, request, test, type APIRequestContext } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { makeMember, makeUser, SESSION_COOKIE, signInAs, sql } from "./support/site";

// Pages, not only routes: whatever a peer marks, the annotator's pages stay the same bytes until the reveal.

const TEXT = "Ferry bell silent\nThe council dithered again, stewards said.\nThe port company kept its word.";

async function apiOf(baseURL: string, token: string): Promise<APIRequestContext> {
  return request.newContext({ baseURL, extraHTTPHeaders: { cookie: `${SESSION_COOKIE}=${token}`, origin: new URL(baseURL).origin, "content-type": "application/json" } });
}
const op = () => ({ "operation-id": newId() });
/** What may differ between two answers: nonce, request id, and the time that Next writes. */
const masked = (html: string): string => html.replace(/nonce="[^"]+"|"nonce":"[^"]+"|nonce\\":\\"[^"\\]+/g, "nonce").replace(/"requestId":"[^"]+"/g, "");

test("an annotator's pages do not change by a byte while a peer works", async ({ baseURL, browser }) => {
  const context = await browser.newContext();
  const [lead, ann, bob] = [await makeUser("Lead"), await makeUser("Ann"), await makeUser("Bob")];
  const coordinator = await apiOf(baseURL!, await signInAs(context, baseURL!, lead));
  const project = (await (await coordinator.post("/api/v1/projects", { data: { name: "Blind pages", kind: "research", assignEveryone: true } })).json()) as { id: string };
  await makeMember(project.id, ann, "annotator", "Ann");
  await makeMember(project.id, bob, "annotator", "Bob");
  const url = `/api/v1/projects/${project.id}`;
  const target = (await (await coordinator.post(`${url}/targets`, { data: { name: "Council" }, headers: op() })).json()) as { id: string };
  const article = (await (await coordinator.post(`${url}/articles`, { data: { text: TEXT }, headers: op() })).json()) as { id: string };
  const assignments = await sql<{ id: string; member: string; revision: string }>(
    "SELECT a.id, m.pseudonym AS member, r.id AS revision FROM assignment a JOIN member m ON m.id = a.member_id JOIN revision r ON r.article_id = a.article_id WHERE a.project_id = $1",
    [project.id],
  );
  const of = (name: string) => assignments.find((one) => one.member === name)!;
  const annotator = await apiOf(baseURL!, await signInAs(context, baseURL!, ann));
  const peer = await apiOf(baseURL!, await signInAs(context, baseURL!, bob));

  const pages = ["", "/annotate", `/annotate/${of("Ann").id}`, "/articles", `/articles/${article.id}`, "/stance", "/stance?by=publisher", "/targets", "/people", "/settings"];
  const read = async () => {
    const seen: string[] = [];
    for (const page of pages) {
      const answer = await annotator.get(`/p/${project.id}${page}`, { headers: { "content-type": "" } });
      seen.push(`${page} ${answer.status()}\n${masked(await answer.text())}`);
    }
    return seen;
  };
  await read();
  const before = await read();
  expect(await read()).toEqual(before);

  const mark = (quote: string) => {
    const start = TEXT.indexOf(quote);
    return { id: newId(), revisionId: of("Bob").revision, parts: [{ start, end: start + quote.length, quote }], targetId: target.id, framing: "critical", voice: "own" };
  };
  expect((await peer.post(`${url}/assignments/${of("Bob").id}/spans`, { data: mark("dithered again"), headers: op() })).status()).toBe(201);
  expect((await peer.put(`${url}/assignments/${of("Bob").id}/judgements/${target.id}`, { data: { version: 0, value: -2 }, headers: op() })).status()).toBe(200);
  expect((await peer.post(`${url}/assignments/${of("Bob").id}/submit`, { data: { version: 2 }, headers: op() })).status()).toBe(200);
  expect(await read()).toEqual(before);

  expect((await coordinator.post(`${url}/reveal`, { data: { version: 1 }, headers: op() })).status()).toBe(200);
  expect(await read()).not.toEqual(before);
  await context.close();
});
