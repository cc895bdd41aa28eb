// Documents and archives are read in threads that a hostile one can end without ending anything else.
import { afterEach, beforeEach, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { LIMITS } from "@/lib/articles/formats/limits";
import { inMemory } from "@/lib/articles/formats/lines";
import { type ReadOptions, readRecords } from "@/lib/articles/formats/read-records";
import type { Passed, ReadResult } from "@/lib/articles/formats/record";
import { openImports } from "@/lib/articles/server/imports/open-imports";
import { startParsing } from "@/lib/articles/server/imports/parsing-pool";
import { READING_LIMITS, startReadingFiles } from "@/lib/articles/server/imports/reading-pool";
import { runImport } from "@/lib/articles/server/imports/run-imports";
import { assignNewArticles } from "@/lib/assignments/server/assign-new";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { zipOf } from "@/tests/support/archives";
import { emptyBeforeEach } from "@/tests/support/database";
import { sendFiles, step } from "./sending";
import { story } from "./working";

emptyBeforeEach();
let lead: TestMember;
const running: { stop(): Promise<void> }[] = [];
beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
const start = (limits: Partial<typeof READING_LIMITS> = {}) => {
  const pool = startReadingFiles({ ...READING_LIMITS, ...limits });
  running.push(pool);
  return pool.read;
};
const options = (name: string, from: ReadOptions["from"] = null): ReadOptions => ({ name, mediaType: null, mapping: null, from, limits: LIMITS });
const all = async (results: AsyncIterable<ReadResult | Passed>): Promise<ReadResult[]> => {
  const found: ReadResult[] = [];
  for await (const result of results) if (!("passed" in result)) found.push(result);
  return found;
};
const told = (result: ReadResult): string => ("refused" in result ? `${result.refused.place.entry ?? ""}: ${result.refused.message}` : (result.record.place.entry ?? ""));

/** Millions of small lists: a few megabytes that become hundreds once they are parsed. */
const swelling = (): string => `[${Array.from({ length: 1_200_000 }, (_, i) => `[${Math.imul(i, 2_654_435_761) >>> 12}]`).join(",")}]`;

it("gives what reading here gives, also from the middle on, and again in the same thread", async () => {
  const zip = inMemory(await zipOf(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, story(i)]))));
  const here = await all(readRecords(zip, options("a.zip")));
  const read = start();
  expect(await all(read(zip, options("a.zip")))).toEqual(here);
  expect(await all(read(zip, options("a.zip", here[11]!.next)))).toEqual(here.slice(12));
});

it("refuses the one file of an archive that takes too much memory, and reads those before and behind it", async () => {
  const zip = inMemory(await zipOf({ "a.txt": story(1), "b.json": swelling(), "c.txt": story(2) }));
  const found = await all(start({ heapMiB: 64 })(zip, options("a.zip")));
  expect(found.map(told)).toEqual(["a.txt", "b.json: Reading this took more than 64 MB of memory, so it was stopped.", "c.txt"]);
}, 90_000);

it("refuses by name what takes too long", async () => {
  // With a limit that no thread can hold, every file is too slow.
  const zip = inMemory(await zipOf({ "a.txt": story(1) }));
  const heard = (await all(start({ milliseconds: 0 })(zip, options("a.zip")))).map(told);
  expect(heard.length).toBeGreaterThan(0);
  for (const sentence of heard) expect(sentence).toMatch(/longer than 0 seconds/);
});

it("throws what the source of the bytes throws, for the file is not to blame", async () => {
  const zip = await zipOf({ "a.txt": story(1) });
  let asked = 0;
  const source = { size: zip.length, read: async (offset: number, length: number) => (++asked > 1 ? Promise.reject(new Error("no database")) : zip.subarray(offset, offset + length)) };
  await expect(all(start()(source, options("a.zip")))).rejects.toThrow("no database");
});

it("lets an import go on behind a hostile file, through the threads that the worker has", async () => {
  const { path } = await sendFiles(lead, { "a.zip": await zipOf({ "a.txt": story(1), "b.json": swelling() }), "c.json": swelling(), "d.txt": story(2) });
  await step(lead, path, "read");
  const parsing = startParsing();
  running.push(parsing);
  const work = { read: start({ heapMiB: 64 }), parse: parsing.parse, assign: assignNewArticles, stopped: () => false };
  const run = async (): Promise<void> => {
    for (let waiting = await openImports(job()); waiting.length > 0; waiting = await openImports(job())) for (const open of waiting) await runImport(job(), open, work);
  };
  await run();
  expect((await call(lead, "GET", `${path}/rows`)).body["items"].map((row: { file: string; entry: string; state: string }) => [row.file, row.entry, row.state])).toEqual([["a.zip", "a.txt", "new"], ["a.zip", "b.json", "refused"], ["c.json", "", "refused"], ["d.txt", "", "new"]]);
  await step(lead, path, "add");
  await run();
  expect((await call(lead, "GET", path)).body).toMatchObject({ state: "done", counts: { kept: 2, refused: 2 } });
}, 90_000);
