import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/platform/database";
import { parseArguments } from "@/scripts/admin/arguments";
import { carryOut } from "@/scripts/admin/commands";
import { emptyBeforeEach, testPool } from "@/tests/support/database";

const BASE = "http://localhost:4320";
const run = (...args: string[]) => {
  const wish = parseArguments(args);
  if (wish === undefined) throw new Error("help");
  return carryOut(wish, BASE);
};

async function person(login: string): Promise<void> {
  await testPool().query("INSERT INTO app_user (id, login, name, kind, password_hash) VALUES (gen_random_uuid(), $1, $1, 'person', 'x')", [login]);
}

describe("npm run admin", () => {
  emptyBeforeEach();
  afterAll(() => closeDatabase());

  it("lists accounts, and says how to make the first", async () => {
    expect((await run("list-users"))[0]).toContain("setup-link");
    await person("ada");
    expect((await run("list-users"))[0]).toMatch(/ada {2}person, projects: 0, last seen: never/);
  });

  it("makes a set-up link while nobody has an account, and none afterwards", async () => {
    expect((await run("setup-link"))[1]).toMatch(/^http:\/\/localhost:4320\/setup\?token=[\w-]{22,}$/);
    await person("ada");
    await expect(run("setup-link")).rejects.toThrow();
  });

  it("makes a reset link for a person by sign-in name", async () => {
    await person("ada");
    expect((await run("reset-password", "Ada"))[1]).toMatch(/^http:\/\/localhost:4320\/\S+token=\S+$/);
    await expect(run("reset-password", "nobody")).rejects.toMatchObject({ code: "not_found" });
  });

  it("disables and enables an account", async () => {
    await person("ada");
    await run("disable", "ada");
    expect((await run("list-users"))[0]).toContain("disabled");
    await run("enable", "ada");
    expect((await run("list-users"))[0]).not.toContain("disabled");
  });

  it("erases a person only with --yes", async () => {
    await person("ada");
    await expect(async () => run("erase", "ada")).rejects.toThrow(/--yes/);
    await run("erase", "ada", "--yes");
    expect((await testPool().query("SELECT 1 FROM app_user")).rowCount).toBe(0);
  });

  it.each([[["fly"]], [["disable"]], [["disable", "ada", "bob"]], [["disable", "ada", "--soon"]], [["purge-project", "x"]]])("refuses %j", (args) => {
    expect(() => parseArguments(args)).toThrow();
  });
});
