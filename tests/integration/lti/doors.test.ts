import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { operator } from "@/lib/accounts/server/actor";
import { askPlatform } from "@/lib/lti/server/ask-platform";
import { addPlatform, type Platform } from "@/lib/lti/server/platforms";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { parseArguments } from "@/scripts/admin/arguments";
import { carryOut } from "@/scripts/admin/commands";
import { call } from "@/tests/factories/call";
import { makeLesson, type LessonWorld } from "@/tests/factories/lesson";
import { emptyBeforeEach } from "@/tests/support/database";
import { startPlatform, type LtiPlatform } from "@/tests/support/lti-platform";
import { startTool, Walker } from "@/tests/support/lti-tool";

emptyBeforeEach();

let tool: Awaited<ReturnType<typeof startTool>>, platform: LtiPlatform, known: Platform, world: LessonWorld;
const launchUrl = () => `${tool.url}/api/v1/lti/launch`;
const refusedFor = (why: string) => `/lti/refused?why=${why}`;

beforeAll(async () => void (tool = await startTool()));
afterAll(() => tool.close());
beforeEach(async () => {
  platform = await startPlatform(tool.url);
  known = await addPlatform(operator(), platform.settings());
  world = await makeLesson({ pupils: 0, step: 0 });
  await rows("INSERT INTO lti_resource (project_id, id, platform_id, resource_link_id) VALUES ($1, $2, $3, 'link-1')", [world.projectId, newId(), known.id]);
  return () => platform.close();
});

describe("a platform's keys", () => {
  it.each(["huge", "broken", "never"] as const)("that come %s let nobody in, and the next launch is fine again", async (how) => {
    platform.keys = how;
    expect((await new Walker(tool.url).launch(platform, { subject: "one" })).to).toBe(refusedFor("platform_keys"));
    platform.keys = "well";
    expect((await new Walker(tool.url).launch(platform, { subject: "one" })).to).toBe(`/p/${world.projectId}/lesson`);
  });

  it("are asked for once for many launches, and not for every unknown key", async () => {
    for (const subject of ["one", "two", "three"]) await new Walker(tool.url).launch(platform, { subject });
    const browser = new Walker(tool.url);
    const { state, nonce } = await browser.login(platform);
    await browser.post("/api/v1/lti/launch", { id_token: await platform.token({ subject: "one" }, nonce, launchUrl(), { kid: "other" }), state });
    expect(platform.keysAsked).toBe(1);
  });

  it("on a public host without https, or in a private network, are not asked for", async () => {
    await expect(addPlatform(operator(), { ...platform.settings(), client: "other", jwks: "http://keys.example.org/jwks" })).rejects.toThrow("--jwks must begin with https://");
    for (const jwks of ["http://keys.example.org/jwks", "https://10.0.0.8/jwks", "https://169.254.169.254/latest", "https://[fd00::1]/jwks", "https://0x0a.8/jwks"]) {
      await rows("UPDATE lti_platform SET jwks_url = $2 WHERE id = $1", [known.id, jwks]);
      expect([jwks, (await new Walker(tool.url).launch(platform, { subject: "one" })).to]).toEqual([jwks, refusedFor("platform_keys")]);
    }
  });
});

describe("the door for platforms' forms", () => {
  it("opens for two routes alone: a form of another site gets into no other", async () => {
    const { api } = await import("@/lib/api/app");
    const writes = (api.openAPIRegistry.definitions.filter((one) => one.type === "route").map((one) => one.route) as { method: string; path: string }[]).filter(({ method }) => method !== "get");
    const teacher = world.teacher;
    const open: string[] = [];
    for (const { method, path } of writes) {
      const answer = await call(teacher, method.toUpperCase(), path.replace("/api/v1", "").replace("{projectId}", world.projectId).replace(/\{\w+\}/gu, newId()), undefined, {
        raw: "a=b",
        headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://course.example.org", "sec-fetch-site": "cross-site" },
      });
      if (answer.body["code"] !== "bad_origin") open.push(path);
    }
    expect([open.sort(), writes.length > 50]).toEqual([["/lti/launch", "/lti/login"], true]);
  });

  it("signs nobody in by a cookie that comes with such a form", async () => {
    const answer = await call(world.teacher, "POST", "/lti/login", undefined, { raw: new URLSearchParams({ iss: platform.issuer, login_hint: "h", target_link_uri: "http://localhost/x" }).toString(), headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://course.example.org" } });
    expect([answer.status, answer.headers.get("location")?.startsWith(`${platform.url}/auth?`)]).toEqual([303, true]);
    expect((await call(world.teacher, "POST", "/lti/launch", { id_token: "x" })).status).toBe(415);
    expect((await call(null, "POST", "/lti/login", undefined, { raw: "iss=a&iss=b", headers: { "content-type": "application/x-www-form-urlencoded" } })).status).toBe(422);
  });
});

describe("this tool's keys", () => {
  it("are one RSA key, made once, whose private half stands nowhere in the open", async () => {
    const [one, two] = await Promise.all([call(null, "GET", "/lti/keys"), call(null, "GET", "/lti/keys")]);
    expect([one.body, one.body["keys"].length, Object.keys(one.body["keys"][0]).sort()]).toEqual([two.body, 1, ["alg", "e", "kid", "kty", "n", "use"]]);
    const kept = await row<{ sealed_jwk: Buffer }>("SELECT sealed_jwk FROM lti_key");
    expect(kept!.sealed_jwk.toString("latin1")).not.toContain('"kty"');
  });
});

describe("the network", () => {
  it("is asked for nothing that is not public, encrypted and of a modest size", async () => {
    const asked = async (address: string) => {
      const answer = await askPlatform(operator(), address, { method: "GET" });
      return answer.ok ? "answered" : answer.error;
    };
    for (const address of ["https://10.0.0.8/jwks", "https://192.168.1.1/", "https://169.254.169.254/latest", "https://[fd00::1]/jwks", "https://[::ffff:10.0.0.8]/", "https://0x0a.8/jwks", "https://127.0.0.2/"]) expect([address, await asked(address)]).toEqual([address, "private_address"]);
    for (const address of ["http://keys.example.org/jwks", "http://127.0.0.2/jwks", "ftp://keys.example.org/", "https://name:word@keys.example.org/", "file:///etc/passwd", "keys"]) expect([address, await asked(address)]).toEqual([address, "address"]);
    expect([await asked(`${platform.url}/jwks`), await asked(`${platform.url}/nothing`)]).toEqual(["answered", "status"]);
    platform.keys = "huge";
    expect(await asked(`${platform.url}/jwks`)).toBe("too_large");
  });
});

describe("the operator's command", () => {
  const run = (...args: string[]) => carryOut(parseArguments(["lti-platform", ...args])!, "https://slantwise.example.org");

  it("adds a platform and says what to enter there, lists it, disables and enables it", async () => {
    const given = Object.entries({ ...platform.settings("Northlode Canvas"), client: "second" }).flatMap(([name, value], n) => (n % 2 === 0 ? [`--${name}=${value}`] : [`--${name}`, value]));
    const added = await run("add", ...given);
    expect(added[0]).toMatch(/Northlode Canvas {2}http.*client: second, deployment: deployment-1$/u);
    expect(added.join("\n")).toContain("https://slantwise.example.org/api/v1/lti/login");
    expect(added.join("\n")).toContain("https://slantwise.example.org/api/v1/lti/keys");
    const id = added[0]!.split(" ")[0]!;
    await expect(run("add", ...given)).rejects.toMatchObject({ code: "conflict" });
    await expect(run("add", "--name=Half")).rejects.toThrow("issuer, client, deployment, auth, token, jwks");
    await run("disable", id);
    expect((await run("list")).find((line) => line.startsWith(id))).toMatch(/, disabled$/u);
    await run("enable", id);
    expect((await run("list")).find((line) => line.startsWith(id))).not.toContain("disabled");
    await expect(run("disable", "nothing")).rejects.toMatchObject({ code: "not_found" });
    expect(() => parseArguments(["lti-platform", "remove"])).toThrow("Say lti-platform add");
  });
});
