import { expect, it } from "vitest";
import { row, rows, transaction } from "@/lib/platform/database";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, makeProject } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

it("a lock that is not to be had is told as busy, and what met another is tried five times", async () => {
  const project = await makeProject();
  await transaction(async (holding) => {
    await rows("SELECT id FROM project WHERE id = $1 FOR UPDATE", [project], holding);
    await expect(transaction(async (tx) => {
      await rows("SET LOCAL lock_timeout = 20", [], tx);
      await rows("SELECT id FROM project WHERE id = $1 FOR UPDATE", [project], tx);
    })).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("Nothing was lost") });
  });
  let tries = 0;
  const met = (): Promise<never> => Promise.reject(Object.assign(new Error("deadlock detected"), { code: "40P01" }));
  expect(await transaction(() => (++tries < 5 ? met() : Promise.resolve("done")))).toBe("done");
  tries = 0;
  await expect(transaction(() => ((tries += 1), met()))).rejects.toThrow("deadlock");
  expect(tries).toBe(5);
});

it("an article whose figures are counted anew can be referred to meanwhile", async () => {
  const project = await makeProject();
  const lead = await addMember(project, "coordinator");
  const { articleId } = await addArticle(project, "Head\nThe boats ran late.");
  await transaction(async (tx) => {
    await refreshArticles({ kind: "member", projectId: project, memberId: lead.memberId } as never, [articleId], tx);
    expect(await transaction((other) => rows("SELECT id FROM article WHERE id = $1 FOR KEY SHARE NOWAIT", [articleId], other))).toHaveLength(1);
  });
});

it("a change of an article's blocks reads its text as it is now, not the ones it had", async () => {
  const project = await makeProject();
  const lead = await addMember(project, "coordinator");
  const { articleId } = await addArticle(project, "Head\nThe boats ran late.");
  const at = `/projects/${project}/articles/${articleId}`;
  expect((await call(lead, "PATCH", `${at}/blocks`, { version: 1, changes: [{ ordinal: 1, kind: "quotation" }] })).status).toBe(200);
  expect((await call(lead, "POST", `${at}/revisions`, { version: 2, text: "Head\nThe boats ran very late." })).status).toBe(201);
  await rows("UPDATE revision SET tokens = 'untouched'");
  expect((await call(lead, "PATCH", `${at}/blocks`, { version: 3, changes: [{ ordinal: 1, kind: "paragraph" }] })).status).toBe(200);
  const readings = () => rows("SELECT tokens = 'untouched' AS kept FROM revision ORDER BY number");
  expect(await readings()).toEqual([{ kept: true }, { kept: false }]);
  await rows("UPDATE revision SET reading_version = 0");
  expect((await call(lead, "PATCH", `${at}/blocks`, { version: 4, changes: [{ ordinal: 1, kind: "quotation" }] })).status).toBe(200);
  expect(await readings()).toEqual([{ kept: false }, { kept: false }]);
  expect(await row("SELECT count(*)::int AS n FROM revision WHERE reading_version = 0")).toEqual({ n: 0 });
});
