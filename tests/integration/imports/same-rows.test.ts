import { expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, makeProject } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { sendFiles, step } from "./sending";
import { story, work } from "./working";

emptyBeforeEach();

const TABLES = ["article", "revision", "block", "speech", "copy_print", "search_chunk"];
/** Ids and moments are of each article's own; an import also says from what it read something, and gives reasons. */
const OWN = ["project_id", "id", "article_id", "revision_id", "work_id", "current_revision_id", "outlet_id", "publisher_id", "created_by", "created_at", "captured_at", "evidence", "reason", "bands"];

it("writes for an imported article the rows that one added by itself has", async () => {
  const text = `${story(3)}\n“We were late,” said Ada Stone, “and we know it.”`;
  const written = await Promise.all(
    ["alone", "imported"].map(async (how) => {
      const lead = await addMember(await makeProject(), "coordinator");
      if (how === "alone") expect((await call(lead, "POST", `/projects/${lead.projectId}/articles`, { text, outletName: "The Daily Tern", publisherName: "tern.example", language: "en", publishedOn: "2024-05-05", url: "https://tern.example/late", genre: "news" })).status).toBe(201);
      else {
        const { path } = await sendFiles(lead, { "a.jsonl": JSON.stringify({ text, outlet: "The Daily Tern", language: "en", publishedOn: "2024-05-05", url: "https://tern.example/late" }) }, { settings: { genre: "news" } });
        await step(lead, path, "read");
        await work();
        await step(lead, path, "add");
        await work();
      }
      return Promise.all(
        TABLES.map(async (table) => ({
          table,
          rows: (await rows<Record<string, unknown>>(`SELECT * FROM ${table} WHERE project_id = $1 ORDER BY ${table === "article" || table === "revision" || table === "copy_print" ? 1 : "ordinal"}`, [lead.projectId])).map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !OWN.includes(name)))),
        })),
      );
    }),
  );
  for (const { rows: found } of written[0]!) expect(found.length).toBeGreaterThan(0);
  const unmarked = (one: (typeof written)[0]) => one.map(({ table, rows: found }) => ({ table, rows: found.map((row) => (table === "search_chunk" ? { ...row, words: String(row["words"]).replace(/'\u0001[^']*'/gu, "") } : row)) }));
  expect(unmarked(written[1]!)).toEqual(unmarked(written[0]!));
});
