import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { DEFAULT_STANCE, type StanceChoice } from "@/lib/stance/choice";
import { call } from "@/tests/factories/call";
import { makeStanceWorld, publish, reads, type StanceWorld } from "@/tests/factories/stance-world";
import type { TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

let world: StanceWorld, tableId: string, cardId: string;
const at = () => `/projects/${world.projectId}/stance/kept`;
const keep = (who: TestMember, name: string, choice: Partial<StanceChoice> = {}, cell: object | null = null, id = newId()) => call(who, "POST", at(), { id, name, choice: { ...DEFAULT_STANCE, ...choice }, cell });
const figure = async (id: string) => (await call(world.observer, "GET", `${at()}/${id}`)).body;

beforeAll(async () => {
  await truncateAll();
  world = await makeStanceWorld();
  for (let i = 0; i < 3; i++) await reads(world, world.ann, await publish(world, world.tern), [["timid", world.mayor], ...(i === 0 ? ([["bold", world.mayor, { framing: "advocacy" }]] as const) : [])]);
  // Works of 0, −1 and −1: −2/3.
  [tableId, cardId] = [newId(), newId()];
  expect((await keep(world.reviewer, "All outlets in June", {}, null, tableId)).status).toBe(200);
  expect((await keep(world.coordinator, "The Tern on the mayor", { targetIds: [world.mayor] }, { groupId: world.tern, targetId: world.mayor }, cardId)).status).toBe(200);
});

describe("a kept figure", () => {
  it("says what was chosen, what came out, of which data, and that today's data give the same", async () => {
    const table = await figure(tableId);
    expect(table).toMatchObject({ id: tableId, name: "All outlets in June", choice: DEFAULT_STANCE, cell: null, result: { kind: "table", table: { cells: [{ groupId: world.tern, works: 3 }] } }, today: { state: "same", moved: [] } });
    expect(table.dataVersion).toBe(table.result.table.dataVersion);
    const card = await figure(cardId);
    expect(card).toMatchObject({ cell: { groupId: world.tern, targetId: world.mayor }, result: { kind: "card", card: { whose: { name: "The Daily Tern" }, cell: { figure: { mean: { value: -2 / 3 } } } } }, today: { state: "same" } });
    expect(card.result.card.methods.join(" ")).toContain("The Daily Tern");
  });

  it("stands in the list, the newest first, page by page", async () => {
    const list = async (query: string) => (await call(world.observer, "GET", `${at()}${query}`)).body;
    expect((await list("")).items.map((one: { id: string; keptBy: string }) => [one.id, one.keptBy.split(" ")[0]])).toEqual([[cardId, "coordinator"], [tableId, "reviewer"]]);
    const first = await list("?limit=1");
    expect([first.items.map((one: { id: string }) => one.id), (await list(`?limit=1&after=${first.next}`)).items.map((one: { id: string }) => one.id)]).toEqual([[cardId], [tableId]]);
    expect((await call(world.observer, "GET", `${at()}?after=${newId()}`)).status).toBe(404);
  });

  it("holds no name of an annotator and is written once", async () => {
    const [kept] = await rows<{ text: string }>("SELECT string_agg(result::text, ' ') AS text FROM kept_figure WHERE project_id = $1", [world.projectId]);
    const people = await rows<{ id: string; pseudonym: string }>("SELECT id, pseudonym FROM member WHERE project_id = $1 AND role = 'annotator'", [world.projectId]);
    expect(people.filter(({ id, pseudonym }) => kept?.text.includes(id) || kept?.text.includes(pseudonym))).toEqual([]);
    expect((await keep(world.reviewer, "Another", {}, null, tableId)).status).toBe(409);
  });

  it("answers the same change once, and what cannot be kept with its field", async () => {
    const body = { id: newId(), name: "Twice", choice: DEFAULT_STANCE, cell: null };
    const operation = newId();
    const send = () => call(world.reviewer, "POST", at(), body, { op: operation });
    expect([(await send()).text === (await send()).text, (await rows("SELECT 1 FROM kept_figure WHERE id = $1", [body.id])).length]).toEqual([true, 1]);
    expect((await keep(world.reviewer, "x", { articleSetId: newId() })).body).toMatchObject({ status: 422, errors: [{ path: "/set" }] });
    expect((await keep(world.reviewer, "x", { from: "2026-06-02", to: "2026-06-01" })).body).toMatchObject({ status: 422, errors: [{ path: "/choice/from" }] });
    expect((await keep(world.reviewer, "x", {}, { groupId: world.quay, targetId: world.mayor })).status).toBe(404);
  });

  it("is kept by those who may, and read by whoever sees peers", async () => {
    expect((await keep(world.observer, "x")).status).toBe(403);
    for (const path of [at(), `${at()}/${tableId}`, `${at()}/${newId()}`]) expect((await call(world.ann, "GET", path)).status).toBe(404);
    expect((await call(world.observer, "GET", `${at()}/${tableId}`)).status).toBe(200);
  });

  it("stays as it was when the data move, and says what moved", async () => {
    const before = await figure(tableId);
    await reads(world, world.bob, await publish(world, world.tern), [["bold", world.mayor, { framing: "advocacy" }]]);
    const after = await figure(tableId);
    expect([after.result, after.dataVersion]).toEqual([before.result, before.dataVersion]);
    expect(after.today).toMatchObject({ state: "other", moved: [{ id: world.tern, targetId: world.mayor, kept: -2 / 3 }] });
    // (0 − 1 − 1 + 1) / 4
    expect(after.today.moved[0].today).toBeCloseTo(-0.25, 12);
    expect(after.today.dataVersion).not.toBe(after.dataVersion);
    expect((await figure(cardId)).today.state).toBe("other");
  });

  it("says so when its choice names what is gone", async () => {
    const set = await call(world.coordinator, "POST", `/projects/${world.projectId}/article-sets`, { name: "June", kind: "other", articleIds: [] });
    const [id, op] = [newId(), newId()];
    const send = () => call(world.reviewer, "POST", at(), { id, name: "Of June", choice: { ...DEFAULT_STANCE, articleSetId: set.body["id"] }, cell: null }, { op });
    const first = await send();
    expect(first.status).toBe(200);
    expect((await call(world.coordinator, "DELETE", `/projects/${world.projectId}/article-sets/${set.body["id"]}`, { version: set.body["version"] })).status).toBeLessThan(300);
    expect(await figure(id)).toMatchObject({ name: "Of June", today: { state: "gone", moved: [] } });
    expect((await send()).text).toBe(first.text);
  });
});
