import { beforeAll, expect, it } from "vitest";
import type { Access } from "@/lib/api/door";
import { api } from "@/lib/api/app";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { newId } from "@/lib/kernel/id";
import { may } from "@/lib/projects/permissions";
import { call } from "@/tests/factories/call";
import { makeFullWorld, type FullWorld } from "@/tests/factories/full-world";
import { assign, addArticle, addTarget, spanOver, type TestArticle } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

// Two worlds that differ only in what a peer marked: the same database before and after the peer works. Until the
// reveal, the annotator's answers must not differ by a byte, header or length.

type Described = { method: string; path: string; "x-access": Access };
let world: FullWorld, second: TestArticle, shared: string, other: string, target: string;
let ids: Record<string, string>;

const readable = (): string[] =>
  api.openAPIRegistry.definitions
    .filter((one) => one.type === "route")
    .map((one) => one.route as never as Described)
    .filter((route) => route.method === "get" && !route.path.endsWith("/live"))
    .filter((route) => typeof route["x-access"] !== "object" || may("annotator", route["x-access"].member))
    .map((route) => route.path.replace("/api/v1", "").replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? newId()));

const QUERIES = ["", "?limit=5", "?q=traders", "?state=submitted", "?by=publisher"];

async function everything(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  // Where a phrase of the peer stands, which must not be suggested.
  for (const path of [...readable(), `/projects/${world.annotator.projectId}/assignments/${other}/suggestions`])
    for (const query of QUERIES) {
      const answer = await call(world.annotator, "GET", path + query);
      const headers = [...answer.headers].filter(([name]) => name !== "x-request-id" && name !== "date").map((pair) => pair.join(": "));
      const text = answer.text.replace(/"requestId":"[^"]+"/, '"requestId":""').replace(/"now":"[^"]+"/, '"now":""');
      seen.set(path + query, `${answer.status}\n${headers.join("\n")}\n\n${text}`);
    }
  return seen;
}

beforeAll(async () => {
  await truncateAll();
  world = await makeFullWorld();
  const { projectId } = world.annotator;
  target = world.ids["targetId"]!;
  second = await addArticle(projectId, "Harbour diary\nThe traders praised nobody who bungled the closure.");
  other = await assign(world.annotator, second);
  await addTarget(projectId, "Traders");
  shared = await assign(world.other, { articleId: world.ids["articleId"]!, revisionId: world.ids["revisionId"]!, workId: "", text: "" });
  // One answer each, so that what a first look changes (a session last seen) is the same in both worlds.
  ids = world.ids;
  await everything();
});

/** Everything that a peer can do to an article before the reveal. */
async function peerWorks(): Promise<void> {
  const base = `/projects/${world.other.projectId}`;
  const article = { articleId: world.ids["articleId"]!, revisionId: world.ids["revisionId"]!, workId: "", text: "Quay traders wait\nThe council bungled the closure, traders said on Friday.\nYou may also like" };
  const made = [];
  for (const quote of ["traders", "bungled the closure", "council"]) made.push(await call(world.other, "POST", `${base}/assignments/${shared}/spans`, spanOver(article, quote, target, { note: "peer's secret" })));
  expect(made.map((one) => one.status)).toEqual([201, 201, 201]);
  await call(world.other, "PATCH", `${base}/spans/${made[0]!.body["id"]}`, { version: 1, framing: "advocacy" });
  await call(world.other, "DELETE", `${base}/spans/${made[1]!.body["id"]}`, { version: 1 });
  expect((await call(world.other, "POST", `${base}/target-suggestions`, { name: "Harbour guild", reason: "peer's secret" })).status).toBe(201);
  const open = await call(world.other, "GET", `${base}/assignments/${shared}/document`);
  for (const one of open.body["targets"]) await call(world.other, "PUT", `${base}/assignments/${shared}/judgements/${one.id}`, { version: 0, value: -1 });
  const said = [
    await call(world.other, "PUT", `${base}/assignments/${shared}/answers/${world.ids["setId"]}`, { version: 0, labelIds: [open.body["codebookVersion"].content.sets[0].labels[0].id] }),
    await call(world.other, "PUT", `${base}/assignments/${shared}/notes/${newId()}`, { version: 0, kind: "omitted", body: "peer's secret" }),
  ];
  expect(said.map((one) => one.status)).toEqual([200, 200]);
  const submitted = await call(world.other, "POST", `${base}/assignments/${shared}/submit`, { version: 1 });
  expect(submitted.status).toBe(200);
  const back = await call(world.reviewer, "POST", `${base}/assignments/${shared}/return`, { version: submitted.body["version"], comment: "peer's secret" });
  expect(back.status).toBe(200);
  const talk = [await call(world.other, "POST", `${base}/assignments/${shared}/thread/messages`, { text: "peer's secret" }), await call(world.reviewer, "POST", `${base}/assignments/${shared}/thread/messages`, { text: "peer's secret" })];
  expect(talk.map((one) => one.status)).toEqual([201, 201]);
  expect((await call(world.other, "POST", `${base}/assignments/${shared}/suggestions/dismiss`, { targetId: target, phrase: "bungled the closure" })).status).toBe(200);
  expect((await call(world.other, "POST", `${base}/assignments/${shared}/submit`, { version: back.body["version"] })).status).toBe(200);
  const place = `${base}/articles/${world.ids["articleId"]}`;
  const mark = made[0]!.body["id"];
  const around = [
    await call(world.reviewer, "POST", `${place}/threads/${mark}/messages`, { text: "peer's secret", mentions: [world.coordinator.memberId] }),
    await call(world.reviewer, "POST", `${place}/questions`, { id: newId(), start: 30, end: 37, quote: "bungled", spanIds: [mark], text: "peer's secret" }),
    await call(world.reviewer, "POST", `${base}/codebook/proposals`, { text: "peer's secret", spanIds: [mark] }),
  ];
  expect(around.map((one) => one.status)).toEqual([201, 201, 201]);
  const wrote = [
    await call(world.other, "PUT", `${base}/lesson/headlines/${world.ids["articleId"]}`, { body: "peer's secret", reason: "peer's secret", shared: true }),
    await call(world.other, "PUT", `${base}/lesson/exit`, { body: "peer's secret" }),
  ];
  expect(wrote.map((one) => one.status)).toEqual([200, 200]);
  ids = { ...world.ids, peerSpanId: made[0]!.body["id"] };
}

it("gives an annotator the same bytes on every route, list and export, whatever a peer marks, until the reveal", async () => {
  const before = await everything();
  expect(before.size).toBeGreaterThan(20);
  expect([...before.values()].filter((text) => text.startsWith("200")).length).toBeGreaterThan(10);
  const heard: string[] = [];
  const stream = await api.request(`http://localhost/api/v1/projects/${world.annotator.projectId}/live`, { headers: { cookie: `${sessionCookie()}=${world.annotator.session}` } });
  const reader = stream.body!.getReader();
  const listening = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard.push(new TextDecoder().decode(value));
    }
  })();
  // The stream begins with one's own changes of the last seconds.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  heard.length = 0;
  await peerWorks();
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const after = await everything();
  for (const [path, text] of before) expect(`${path}\n${after.get(path)}`).toBe(`${path}\n${text}`);
  // A line that says that the stream still lives comes by the clock, whoever did what.
  expect(heard.join("").replaceAll("event: still-here\ndata: \n\n", "")).toBe("");

  // The same stream does carry one's own changes, so its silence above says something.
  const mine = await call(world.annotator, "POST", `/projects/${world.annotator.projectId}/assignments/${world.ids["assignmentId"]}/spans`, spanOver({ articleId: world.ids["articleId"]!, revisionId: world.ids["revisionId"]!, workId: "", text: "Quay traders wait\nThe council bungled the closure, traders said on Friday.\nYou may also like" }, "Friday", target));
  expect(mine.status).toBe(201);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(heard.join("")).toContain("event: change");
  await reader.cancel();
  await listening;
});

it("gives the same answers to writes that touch what a peer has", async () => {
  const base = `/projects/${world.annotator.projectId}`;
  const peer = ids["peerSpanId"]!;
  for (const id of [peer, newId()]) {
    const answers = [await call(world.annotator, "PATCH", `${base}/spans/${id}`, { version: 2, note: "x" }), await call(world.annotator, "DELETE", `${base}/spans/${id}`, { version: 2 }), await call(world.annotator, "POST", `${base}/spans/${id}/restore`, { version: 2 })];
    expect(answers.map((one) => one.status)).toEqual([404, 404, 404]);
  }
});

it("does show the difference after the reveal, so the comparison can fail", async () => {
  const path = `/projects/${world.annotator.projectId}/articles/${world.ids["articleId"]}/spans`;
  const before = await call(world.annotator, "GET", path);
  expect((await call(world.coordinator, "POST", `/projects/${world.annotator.projectId}/reveal`, { version: 1 })).status).toBe(200);
  const after = await call(world.annotator, "GET", path);
  expect(after.body["items"].length).toBeGreaterThan(before.body["items"].length);
});
