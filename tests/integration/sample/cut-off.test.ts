import { expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { SAMPLE_ARTICLES } from "@/prisma/seed/sample/sample";
import { loadSample } from "@/scripts/launch/first-steps";
import { makePerson, makeProject } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
const load = () => loadSample(process.env["DATABASE_URL"] ?? "", {});

it("is loaded anew by the launcher after a load that was cut off, and only then", async () => {
  const half = await makeProject();
  await rows("UPDATE project SET is_sample = true WHERE id = $1", [half]);
  expect(await load()).toBe("loaded");
  expect(await rows("SELECT id = $1 AS half FROM project", [half])).toEqual([{ half: false }]);
  expect(await rows("SELECT 1 FROM article")).toHaveLength(SAMPLE_ARTICLES.length);
  expect(await load()).toContain("not needed");
}, 60_000);

it("is not loaded beside people or projects", async () => {
  await makePerson();
  expect(await load()).toContain("not needed");
  expect(await rows("SELECT 1 FROM project")).toEqual([]);
});
