import { afterAll, describe, expect, it } from "vitest";
import { emptyBeforeEach, freshDatabase, testPool } from "@/tests/support/database";

describe("the test harness", () => {
  emptyBeforeEach();

  it("gives every test file a migrated database that keeps time in UTF8", async () => {
    const { rows } = await testPool().query("SELECT pg_encoding_to_char(encoding) AS e FROM pg_database WHERE datname = current_database()");
    expect(rows).toEqual([{ e: "UTF8" }]);
    const counted = await testPool().query("SELECT length('é🙂') AS n, to_regclass('app_user') IS NOT NULL AS there");
    expect(counted.rows).toEqual([{ n: 2, there: true }]);
  });

  for (const round of ["first", "second"]) {
    it(`empties the tables before each test, ${round} time`, async () => {
      const { rows } = await testPool().query("SELECT count(*)::int AS n FROM app_user");
      expect(rows).toEqual([{ n: 0 }]);
      await testPool().query("INSERT INTO app_user (id, name) VALUES (gen_random_uuid(), 'Ada')");
    });
  }

  it("gives a second database that knows nothing of the first", async () => {
    await testPool().query("INSERT INTO app_user (id, name) VALUES (gen_random_uuid(), 'Ada')");
    const other = await freshDatabase();
    afterAll(() => other.drop());
    const { rows } = await other.pool.query("SELECT count(*)::int AS n FROM app_user");
    expect(rows).toEqual([{ n: 0 }]);
  });
});
