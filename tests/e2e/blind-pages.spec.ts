import { expect, request, test, type APIRequestContext } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { makeMember, makeUser, SESSION_COOKIE, signInAs, sql } from "./support/site";

// Pages, not only routes: whatever a peer marks, the annotator's pages stay the same bytes until the reveal.

const TEXT = "Ferry bell silent\nThe council dithered again, stewards said.\nThe port company kept its word.";

async function apiOf(baseURL: string, token: string): Promise<APIRequestContext> {
  const { hostname, origin } = new URL(baseURL);
  const cookie = { name: SESSION_COOKIE, value: token, domain: hostname, path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" as const };
  return request.newContext({ baseURL, storageState: { cookies: [cookie], origins: [] }, extraHTTPHeaders: { origin } });
}
const op = () => ({ "operation-id": newId() });
/**
 * A page without what milliseconds decide: the nonce, and the numbers and order in which the framework sends the rows
 * of its data. Every word of the page and of that data is kept.
 */
function settled(html: string): string {
  const plain = html.replace(/nonce="[^"]+"/g, "nonce");
  const data = [...plain.matchAll(/self\.__next_f\.push\((\[1,.*?\])\)<\/script>/gs)].map((match) => (JSON.parse(match[1]!) as [number, string])[1]).join("");
  const rows = data.replace(/"nonce":"[^"]+"/g, "").replace(/\$[A-Za-z@]?[0-9a-f]+\b/g, "$").split("\n").map((row) => row.replace(/^[0-9a-f]+:/, "")).sort();
  return [plain.replace(/<script.*?<\/script>/gs, ""), ...rows].join("\n");
}

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
      // Whether a waiting line is sent before the content is decided by milliseconds too: read until it came whole.
      for (let tries = 0; ; tries++) {
        const answer = await annotator.get(`/p/${project.id}${page}`);
        const html = await answer.text();
        if (html.includes("<!--$?-->") && tries < 100) continue;
        seen.push(`${page} ${answer.status()} ${settled(html)}`);
        break;
      }
    }
    return seen;
  };
  /** Where two readings differ first, with some of what stands there; null where they are equal. */
  const difference = (a: string[], b: string[]): string | null => {
    for (const [index, text] of a.entries()) {
      const other = b[index] ?? "";
      if (text === other) continue;
      const at = [...text].findIndex((char, i) => char !== other[i]);
      return `${pages[index]}: …${text.slice(at - 80, at + 80)}… against …${other.slice(at - 80, at + 80)}…`;
    }
    return null;
  };
  await read();
  const before = await read();
  expect(difference(await read(), before)).toBeNull();

  const mark = (quote: string) => {
    const start = TEXT.indexOf(quote);
    return { id: newId(), revisionId: of("Bob").revision, parts: [{ start, end: start + quote.length, quote }], targetId: target.id, framing: "critical", voice: "own" };
  };
  expect((await peer.post(`${url}/assignments/${of("Bob").id}/spans`, { data: mark("dithered again"), headers: op() })).status()).toBe(201);
  expect((await peer.put(`${url}/assignments/${of("Bob").id}/judgements/${target.id}`, { data: { version: 0, value: -2 }, headers: op() })).status()).toBe(200);
  expect((await peer.post(`${url}/assignments/${of("Bob").id}/submit`, { data: { version: 2 }, headers: op() })).status()).toBe(200);
  expect(difference(await read(), before)).toBeNull();

  expect((await coordinator.post(`${url}/reveal`, { data: { version: 1 }, headers: op() })).status()).toBe(200);
  expect(difference(await read(), before)).not.toBeNull();
  await context.close();
});
