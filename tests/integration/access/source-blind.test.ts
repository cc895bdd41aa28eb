import { beforeAll, describe, expect, it } from "vitest";
import type { Access } from "@/lib/api/door";
import { api } from "@/lib/api/app";
import { MASK } from "@/lib/articles/source-mask";
import { may } from "@/lib/projects/permissions";
import { call, type Answer } from "@/tests/factories/call";
import { makeTwinWorld, TERN, WOLF, type SourceWorld, type TwinWorld } from "@/tests/factories/twin-world";
import type { TestMember } from "@/tests/factories/world";

// Two worlds that differ only in outlet, publisher, their other names, byline and address, of equal length, everywhere
// they stand. A blind annotator's answers must not differ by a byte; only how long a name is can be told.

type Described = { method: string; path: string; "x-access": Access };
const NOBODY = "01930000-0000-7000-8000-0000000000ff";
const PRACTICE = "01930000-0000-7000-8000-00000000003f";
const QUERIES = ["", "?limit=1", "?q=tern", "?title=tern", "?setId=01930000-0000-7000-8000-00000000001e", "?targetId=01930000-0000-7000-8000-00000000001e", "?from=2024-01-01&language=en", "?outletId=01930000-0000-7000-8000-00000000001e", "?onePerWork=true", "?state=submitted", "?genre=news&order=newest"];
const operation = (n: number): string => `01930000-0000-7000-9000-${n.toString(16).padStart(12, "0")}`;
const span = (n: number): string => `01930000-0000-7000-a000-${n.toString(16).padStart(12, "0")}`;

const readable = (ids: Record<string, string>): string[] =>
  api.openAPIRegistry.definitions
    .filter((one) => one.type === "route")
    .map((one) => one.route as never as Described)
    .filter((route) => route.method === "get" && !route.path.endsWith("/live"))
    .filter((route) => typeof route["x-access"] !== "object" || may("annotator", route["x-access"].member))
    .map((route) => route.path.replace("/api/v1", "").replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? NOBODY));

/** An answer without what a clock or a die decides (this machine's own public key), and without ids that the server made: those of the world and of the marks are fixed. */
const settled = (answer: Answer): string => {
  const headers = [...answer.headers].filter(([name]) => name !== "x-request-id" && name !== "date").map((pair) => pair.join(": "));
  const text = answer.text.replace(/"requestId":"[^"]+"/g, '"requestId":""').replace(/"(n|kid)":"(?:[\w-]{43}|[\w-]{342})"/g, '"$1":"<key>"').replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00(:00)?)?/g, "<moment>").replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => (id.startsWith("01930000-0000-7000") ? id : "<id>"));
  return `${answer.status}\n${headers.join("\n")}\n\n${text}`;
};

async function reads(who: TestMember, world: TwinWorld): Promise<[string, string][]> {
  const paths = [...new Set(["assignmentId", "practiceId", "thirdId"].flatMap((one) => readable({ ...world.ids, assignmentId: world.ids[one]! })))];
  const seen: [string, string][] = [];
  for (const path of paths) for (const query of path.endsWith("/articles") ? QUERIES : QUERIES.slice(0, 2)) seen.push([path + query, settled(await call(who, "GET", path + query))]);
  return seen;
}

/** What an annotator does: everything is built from what was served to them. */
async function works(who: TestMember, world: TwinWorld): Promise<[string, string][]> {
  const base = `/projects/${world.ids["projectId"]}`;
  const seen: [string, string][] = [];
  let n = 0;
  const send = async (method: string, path: string, body: object, op = operation(++n)): Promise<Answer> => {
    const answer = await call(who, method, base + path, body, { op });
    seen.push([`${n} ${method} ${path}`, settled(answer)]);
    return answer;
  };
  for (const [place, revision] of [["assignmentId", "01930000-0000-7000-8000-000000000033"], ["practiceId", "01930000-0000-7000-8000-00000000003d"]] as const) {
    const assignment = `/assignments/${world.ids[place]}`;
    const document = await call(who, "GET", `${base}${assignment}/document`);
    const served: string = document.body["article"].text;
    const chars = [...served];
    const mark = (start: number, end: number, quote = chars.slice(start, end).join("")) => ({ id: span(++n), revisionId: revision, parts: [{ start, end, quote }], targetId: world.ids["targetId"], framing: "critical", voice: "own" });
    const at = (words: string): number => [...served.slice(0, served.indexOf(words))].length;
    const first = mark(at("closure,"), at("closure,") + 25);
    for (const op of [operation(50_000 + n)]) for (const _again of [1, 2]) await send("POST", `${assignment}/spans`, first, op);
    for (const op of [operation(60_000 + n)]) for (const _again of [1, 2]) await send("PATCH", `/spans/${first.id}`, { version: 1, note: "x" }, op);
    await send("PATCH", `/spans/${first.id}`, { version: 1, note: "stale" });
    await send("DELETE", `/spans/${first.id}`, { version: 2 });
    await send("PATCH", `/spans/${first.id}`, { version: 3, note: "gone" });
    await send("POST", `/spans/${first.id}/restore`, { version: 3 });
    await send("POST", `/spans/${first.id}/confirm`, { version: 4 });
    // Every single place of two paragraphs, so that no white space or sign of a name is told by what is accepted.
    const [from, to] = place === "assignmentId" ? [at("Nobody told"), at("The port company")] : [0, 0];
    for (let start = from; start < to; start += 1) if (chars[start] === MASK) await send("POST", `${assignment}/spans`, mark(start, start + 1));
    for (const guess of [TERN.outlet, WOLF.outlet, TERN.alias, WOLF.alias]) await send("POST", `${assignment}/spans`, mark(at(MASK), at(MASK) + [...guess].length, guess));
    await send("POST", `${assignment}/spans`, mark(at("company") - 4, at("company") + 30));
    await send("POST", `${assignment}/spans`, mark(chars.length - 3, chars.length));
    await send("PUT", `${assignment}/judgements/${world.ids["targetId"]}`, { version: 0, value: -1 });
    await send("PUT", `${assignment}/judgements/${world.ids["targetId"]}`, { version: 0, value: 1 });
    if (place === "practiceId") await send("POST", `${assignment}/submit`, { version: 1 });
  }
  await send("POST", `/assignments/${world.ids["thirdId"]}/suggestions/dismiss`, { targetId: world.ids["targetId"], phrase: "company kept its word" });
  await send("POST", "/target-suggestions", { name: "The bridge", articleId: world.ids["articleId"] });
  return seen;
}

type Seen = { before: [string, string][]; work: [string, string][]; after: [string, string][]; coordinator: [string, string][]; revealed: string; text: string };

async function everything(world: SourceWorld): Promise<Seen> {
  const twin = await makeTwinWorld(world);
  // One answer first: what a first look changes (a session last seen) is the same in both worlds.
  await call(twin.annotator, "GET", "/projects");
  const before = await reads(twin.annotator, twin);
  const work = await works(twin.annotator, twin);
  const after = await reads(twin.annotator, twin);
  const coordinator = await reads(twin.coordinator, twin);
  await call(twin.coordinator, "PATCH", `/projects/${twin.ids["projectId"]}`, { version: 1, reveal: "by_coordinator" });
  await call(twin.coordinator, "POST", `/projects/${twin.ids["projectId"]}/reveal`, { version: 2 });
  return { before, work, after, coordinator, revealed: (await call(twin.annotator, "GET", `/projects/${twin.ids["projectId"]}/assignments/${twin.ids["assignmentId"]}/document`)).text, text: twin.text };
}

let tern: Seen, wolf: Seen;
beforeAll(async () => {
  tern = await everything(TERN);
  wolf = await everything(WOLF);
}, 300_000);

describe("two worlds that differ only in their sources", () => {
  it("are equally long but not equal, or the test would say nothing", () => {
    expect([[...tern.text].length, tern.text.split("\n").length]).toEqual([[...wolf.text].length, wolf.text.split("\n").length]);
    expect(tern.text).not.toBe(wolf.text);
    expect(tern.before.filter(([, text]) => text.startsWith("200")).length).toBeGreaterThan(15);
    expect(tern.after.find(([path]) => path.endsWith(`${PRACTICE}/feedback`))?.[1]).toContain('"verdict":"hit"');
    expect(new Set(tern.work.map(([, text]) => text.slice(0, 3)))).toEqual(new Set(["200", "201", "409", "422"]));
  });

  it.each(["before", "work", "after"] as const)("give a blind annotator the same bytes (%s)", (when) => {
    expect(wolf[when].length).toBe(tern[when].length);
    for (const [i, [path, text]] of tern[when].entries()) expect(`${wolf[when][i]![0]}\n${wolf[when][i]![1]}`).toBe(`${path}\n${text}`);
  });

  it("hide every name in every answer", () => {
    const names = [TERN.outlet, TERN.merged, TERN.publisher, ...TERN.writers, TERN.host];
    for (const [path, text] of [...tern.before, ...tern.work, ...tern.after]) expect([path, names.filter((name) => text.includes(name))]).toEqual([path, []]);
  });

  it("give a coordinator different bytes, and the annotator after the reveal", () => {
    const differing = tern.coordinator.filter(([, text], i) => text !== wolf.coordinator[i]![1]).map(([path]) => path);
    expect(differing.length).toBeGreaterThan(5);
    expect(tern.revealed).toContain(TERN.outlet);
    expect(wolf.revealed).toContain(WOLF.outlet);
  });
});
