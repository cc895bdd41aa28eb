import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inRoot } from "@/scripts/paths";
import { filesUnder, serverFunctions } from "@/tests/architecture/server-functions";

/** Functions that can reach the database without an Actor in front, each with its reason. */
const WITHOUT_ACTOR = new Map([
  ["lib/accounts/server/actor.ts actorOf", "makes the Actor out of a credential"],
  ["lib/accounts/server/actor.ts memberOf", "makes the Actor out of a credential"],
  ["lib/accounts/server/page-actor.ts pageActor", "makes the Actor out of the page's request"],
  ["lib/accounts/server/page-actor.ts signedIn", "makes the Actor out of the page's request"],
  ["lib/accounts/server/page-actor.ts pageMember", "makes the Actor out of the page's request"],
]);

describe("the server folders", () => {
  const found = serverFunctions(filesUnder("lib").filter((file) => /^lib\/[^/]+\/server\//.test(file)));
  const bare = found.filter(({ takesActor }) => !takesActor);

  it("hold functions at all", () => {
    expect(found.length).toBeGreaterThan(20);
  });

  it("take an Actor first in every exported function that can reach the database", () => {
    const missing = bare.filter(({ name }) => !WITHOUT_ACTOR.has(name)).map(({ name, first }) => `${name} takes ${first} first`);
    expect(missing).toEqual([]);
  });

  it("need every exception that is listed", () => {
    const names = new Set(bare.map(({ name }) => name));
    expect([...WITHOUT_ACTOR.keys()].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("the rule of the Actor", () => {
  const folder = mkdtempSync(inRoot("node_modules/.cache/slantwise-actor-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("sees a function that forgets the Actor, in every form of writing one", () => {
    const actor = `import type { Actor, MemberActor } from ${JSON.stringify(inRoot("lib/accounts/server/actor"))};\n`;
    writeFileSync(
      path.join(folder, "a.ts"),
      `${actor}
       export async function forgets(id: string) { return id; }
       export const alsoForgets = async (id: string) => id;
       export async function* streams(id: string) { yield id; }
       export async function nothing() {}
       export async function fits(actor: Actor, id: string) { return [actor, id]; }
       export const member = async (actor: MemberActor) => actor;
       export const pure = (id: string) => id;\n`,
    );
    const named = (takesActor: boolean) =>
      serverFunctions(["a.ts"], folder).filter((each) => each.takesActor === takesActor).map(({ name }) => name.replace("a.ts ", ""));
    expect(named(false).sort()).toEqual(["alsoForgets", "forgets", "nothing", "streams"]);
    expect(named(true).sort()).toEqual(["fits", "member"]);
  });
});
