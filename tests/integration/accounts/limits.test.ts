import { describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { emptyBeforeEach } from "@/tests/support/database";
import { GOOD, makeAccount, Visitor } from "./door";

emptyBeforeEach();

async function fail(visitor: Visitor, login: string, times: number): Promise<number[]> {
  const csrfToken = await visitor.csrf();
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await visitor.post("callback/password", { csrfToken, login, password: "not this one at all" })).status);
  return statuses;
}

describe("limits of signing in", () => {
  it("refuses the 26th failure of an address with 429 and Retry-After, while another address gets in", async () => {
    const { login } = await makeAccount();
    const visitor = new Visitor("203.0.113.5");
    const statuses = await fail(visitor, login, 25);
    expect(new Set(statuses)).toEqual(new Set([401]));
    const refused = await visitor.signIn(login, GOOD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(((await refused.json()) as { detail: string }).detail).toMatch(/Try again in \d/);
    expect((await new Visitor("203.0.113.6").signIn(login, GOOD)).status).toBe(200);
  });

  it("lets an account rest after 25 failures from many addresses, but lets its owner in from a fresh one", async () => {
    const { login } = await makeAccount();
    for (let i = 0; i < 5; i++) await fail(new Visitor(`203.0.113.${i}`), login, 5);
    expect(await fail(new Visitor("203.0.113.0"), login, 1)).toEqual([429]);
    expect(await fail(new Visitor("203.0.113.50"), login, 4)).toEqual([401, 401, 401, 429]);
    expect((await new Visitor("203.0.113.99").signIn(login, GOOD)).status).toBe(200);
  });

  it("does not let many tries at once slip past the count", async () => {
    const { login } = await makeAccount();
    const visitor = new Visitor("203.0.113.7");
    const csrfToken = await visitor.csrf();
    const answers = await Promise.all(Array.from({ length: 80 }, () => visitor.post("callback/password", { csrfToken, login, password: "not this one at all" })));
    const tried = answers.filter((one) => one.status === 401).length;
    expect(tried).toBeGreaterThanOrEqual(25);
    expect(tried).toBeLessThanOrEqual(28);
  });

  it("answers 503, calmly, when more wait than the queue holds", async () => {
    const { login } = await makeAccount();
    const visitors = Array.from({ length: 140 }, (_, i) => new Visitor(`198.51.100.${i}`));
    const tokens = await Promise.all(visitors.map((one) => one.csrf()));
    const answers = await Promise.all(visitors.map((one, i) => one.post("callback/password", { csrfToken: tokens[i], login, password: GOOD })));
    const statuses = answers.map((one) => one.status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(answers.find((one) => one.status === 503)!.headers.get("retry-after")).toBe("3");
  }, 60_000);

  it("stores no address and no name in clear", async () => {
    await fail(new Visitor("203.0.113.8"), "ilka", 1);
    const keys = (await rows<{ key: string }>("SELECT key FROM rate_limit")).map((line) => line.key).join(" ");
    expect(keys).not.toMatch(/203\.0\.113|ilka/);
    expect(JSON.stringify(await rows("SELECT * FROM account_event"))).not.toMatch(/203\.0\.113/);
  });
});
