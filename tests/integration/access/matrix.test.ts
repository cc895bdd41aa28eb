import { beforeAll, describe, expect, it } from "vitest";
import type { Access } from "@/lib/api/door";
import { api } from "@/lib/api/app";
import { newId } from "@/lib/kernel/id";
import { may } from "@/lib/projects/permissions";
import { call, type Answer } from "@/tests/factories/call";
import { makeFullWorld, makeOutsider, type FullWorld } from "@/tests/factories/full-world";
import type { Person } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";
import { BODIES } from "./bodies";

type Described = { method: string; path: string; "x-access": Access };

/** Every route that the API serves, as it describes itself. */
const routes: Described[] = api.openAPIRegistry.definitions.filter((one) => one.type === "route").map((one) => one.route as never);
const key = (route: Described): string => `${route.method.toUpperCase()} ${route.path.replace("/api/v1", "")}`;
const slots = (route: Described): string[] => [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
const isWrite = (route: Described): boolean => route.method !== "get";

let ours: FullWorld, theirs: FullWorld, outsider: Person;
beforeAll(async () => {
  await truncateAll();
  [ours, theirs, outsider] = [await makeFullWorld(), await makeFullWorld(), await makeOutsider()];
});

async function ask(who: Person | null, route: Described, ids: Record<string, string>): Promise<Answer> {
  const path = route.path.replace("/api/v1", "").replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? newId());
  const body = isWrite(route) ? BODIES[key(route)]?.(ours.ids) : undefined;
  if (body instanceof Uint8Array) return call(who, route.method.toUpperCase(), path, undefined, { bytes: body, headers: { "content-type": "application/octet-stream" } });
  return call(who, route.method.toUpperCase(), path, body);
}

const shape = (answer: Answer) => ({ status: answer.status, body: { ...answer.body, requestId: "" } });
const NOTHING = { status: 404, body: expect.objectContaining({ code: "not_found", detail: "There is nothing here, or nothing that you may see." }) };

describe("the table", () => {
  it("has routes, and a body for each write", () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter(isWrite).map(key).filter((one) => !(one in BODIES))).toEqual([]);
    expect(Object.keys(BODIES).filter((one) => !routes.map(key).includes(one))).toEqual([]);
  });

  it("knows an id for every slot", () => {
    expect([...new Set(routes.flatMap(slots))].filter((slot) => !(slot in ours.ids))).toEqual([]);
  });
});

const guarded = routes.filter((route) => route["x-access"] !== "anyone");
const inProject = guarded.filter((route) => typeof route["x-access"] === "object");

describe.each(guarded.map((route) => [key(route), route] as const))("%s", (_name, route) => {
  it("asks an anonymous caller to sign in, whatever the ids", async () => {
    for (const ids of [ours.ids, theirs.ids, {}]) expect((await ask(null, route, ids)).status).toBe(401);
  });
});

describe.each(inProject.map((route) => [key(route), route] as const))("%s", (_name, route) => {
  const permission = (route["x-access"] as { member: Parameters<typeof may>[1] }).member;

  it("is nothing to an outsider, a removed member and a coordinator of another project, byte for byte", async () => {
    const nowhere = shape(await ask(outsider, route, {}));
    expect(nowhere).toEqual(NOTHING);
    for (const who of [outsider, ours.removed, theirs.coordinator]) {
      expect(shape(await ask(who, route, ours.ids))).toEqual(nowhere);
      expect(shape(await ask(who, route, { ...ours.ids, projectId: "not-an-id" }))).toEqual(nowhere);
    }
  });

  it("refuses members whose role lacks the permission", async () => {
    for (const role of ["reviewer", "observer", "annotator", "other"] as const) {
      if (may(ours[role].role, permission)) continue;
      for (const ids of [ours.ids, { projectId: ours.ids["projectId"]! }]) expect((await ask(ours[role], route, ids)).status).toBe(403);
    }
  });

  it("answers for another project's id, a random one and a malformed one as for nothing", async () => {
    const who = may("annotator", permission) ? ours.annotator : ours.coordinator;
    for (const slot of slots(route).filter((name) => name !== "projectId"))
      for (const id of [theirs.ids[slot]!, newId(), "not-an-id", "%00"]) {
        const answer = await ask(who, route, { ...ours.ids, [slot]: id });
        expect([slot, id, shape(answer)]).toEqual([slot, id, NOTHING]);
      }
  });
});

const ownThings = guarded.filter((route) => route["x-access"] === "signed_in" && slots(route).length > 0);
describe.each(ownThings.map((route) => [key(route), route] as const))("%s", (_name, route) => {
  it("is nothing for what is somebody else's, random or malformed", async () => {
    for (const slot of slots(route))
      for (const id of [ours.ids[slot]!, newId(), "not-an-id"]) expect(shape(await ask(outsider, route, { [slot]: id }))).toEqual(NOTHING);
  });
});

describe("an annotator's rows", () => {
  const own = inProject.filter((route) => may("annotator", (route["x-access"] as { member: Parameters<typeof may>[1] }).member) && slots(route).some((slot) => ["assignmentId", "spanId", "articleId"].includes(slot)));
  it.each(own.map((route) => [key(route), route] as const))("%s is nothing to another annotator", async (_name, route) => {
    expect(shape(await ask(ours.other, route, ours.ids))).toEqual(NOTHING);
  });
});
