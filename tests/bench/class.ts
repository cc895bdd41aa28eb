import { request, type ClientRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { newId } from "@/lib/kernel/id";
import { makeLesson, STEPS, type LessonWorld } from "@/tests/factories/lesson";
import { spanOver, type TestMember } from "@/tests/factories/world";
import type { Bed, Line } from "./bed";
import { Client } from "./http";
import { quantile } from "./statistics";

const PUPILS = 40;
const EVERY_MS = 2_000;
const FOR_MS = 30_000;
const WARM_UPS = 60;
const IDLE_SAVES = 60;
const SETTLE_MS = 250;
const WORDS = ["The bridge was closed", "could not manage", "managed before breakfast", "dodging questions", "The mayor spent Friday", "six months"];

type Board = { pupils: { marks: number }[] };
const cookieOf = (member: TestMember): string => `${sessionCookie()}=${member.session}`;

// One open stream of changes, as a page holds it.
function follow(base: string, projectId: string, cookie: string, hear: () => void = () => undefined): ClientRequest {
  const sent = request(`${base}/api/v1/projects/${projectId}/live`, { headers: { cookie, accept: "text/event-stream" } }, (answer) => answer.on("data", (chunk: Buffer) => chunk.includes("event: change") && hear()).on("error", () => undefined));
  sent.on("error", () => undefined);
  sent.end();
  return sent;
}

/** A class marks, each pupil once in two seconds, with open streams and a board that follows: how long saving takes, how late the board is, who is refused, what memory it takes. */
export async function classLive({ server }: Bed): Promise<Line[]> {
  const world = await makeLesson({ pupils: PUPILS, step: 1, steps: STEPS.filter(({ kind }) => kind !== "judge") });
  const article = world.articles[0]!;
  const desks = await Promise.all(world.pupils.map(async (pupil) => ({ pupil, client: new Client(server.url, { cookie: cookieOf(pupil), origin: server.url }), assignmentId: await world.assignmentOf(pupil, article) })));
  const save = async ({ client, assignmentId }: (typeof desks)[number], n: number): Promise<number> =>
    (await client.send(`/api/v1/projects/${world.projectId}/assignments/${assignmentId}/spans`, { method: "POST", body: spanOver(article, WORDS[n % WORDS.length]!, world.targetId, { voice: null }), headers: { "operation-id": newId() } })).whole;
  const streams = [follow(server.url, world.projectId, cookieOf(world.pupils[0]!))];
  // A server that was just started compiles what it runs: the first saves would flatter the later ones.
  for (let n = 0; n < WARM_UPS; n += 1) await save(desks[0]!, n);
  const idleSaves = async (): Promise<number[]> => {
    const times: number[] = [];
    for (let n = 0; n < IDLE_SAVES; n += 1) {
      times.push(await save(desks[0]!, n));
      await sleep(100);
    }
    return times;
  };
  const before = await idleSaves();
  const alone = server.memory();
  const board = followBoard(server.url, world);
  for (const { pupil } of desks.slice(1)) streams.push(follow(server.url, world.projectId, cookieOf(pupil)));
  await sleep(1_000);
  const [taken, doneAt]: [number[], number[]] = [[], []];
  let refused = 0;
  let most = 0;
  const end = performance.now() + FOR_MS;
  const watch = setInterval(() => (most = Math.max(most, server.memory())), 3_000);
  await Promise.all(
    desks.map(async (desk, place) => {
      await sleep((place / PUPILS) * EVERY_MS);
      for (let n = place; performance.now() < end; n += 1) {
        const begun = performance.now();
        await save(desk, n).then((ms) => (taken.push(ms), doneAt.push(performance.now())), () => (refused += 1));
        await sleep(Math.max(0, EVERY_MS - (performance.now() - begun)));
      }
    }),
  );
  await sleep(2_000);
  clearInterval(watch);
  for (const stream of streams) stream.destroy();
  const lags = board.stop(WARM_UPS + IDLE_SAVES, doneAt);
  const after = await idleSaves();
  for (const { client } of desks) client.close();
  const [first95, last95, idle95, busy95, lag95] = [quantile(before, 0.95), quantile(after, 0.95), quantile([...before, ...after], 0.95), quantile(taken, 0.95), quantile(lags, 0.95)];
  return [
    { what: `Save a mark with ${PUPILS} pupils at it, p95`, unit: "×", goal: { atMost: 3 }, drift: Math.abs(last95 - first95) / Math.min(first95, last95), reference: `${idle95.toFixed(1)} ms, one pupil`, ours: `${busy95.toFixed(1)} ms, ${taken.length} marks`, value: busy95 / idle95 },
    { what: "The board after a mark, p95", unit: "ms", goal: { atMost: 1_000 }, reference: "none", ours: `${lag95.toFixed(0)} ms, ${lags.length} of ${taken.length} marks seen`, value: lags.length === taken.length ? lag95 : Number.POSITIVE_INFINITY },
    { what: `Refused requests of ${taken.length + refused}`, unit: "%", goal: { atMost: 0 }, reference: "none", ours: `${refused}`, value: (refused / (taken.length + refused)) * 100 },
    { what: `Memory of the server with ${PUPILS} pupils`, unit: "×", goal: { atMost: 1.5 }, reference: `${alone.toFixed(0)} MiB, one pupil`, ours: `${most.toFixed(0)} MiB`, value: most / alone },
  ];
}

// The board as the teacher's page reads it: a quarter of a second after news, again while more came.
function followBoard(base: string, world: LessonWorld): { stop(before: number, doneAt: readonly number[]): number[] } {
  const seen: { at: number; marks: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const read = async (): Promise<void> => {
    timer = undefined;
    const answer = await fetch(`${base}/api/v1/projects/${world.projectId}/lesson/board`, { headers: { cookie: cookieOf(world.teacher) } });
    const { pupils } = (await answer.json()) as Board;
    seen.push({ at: performance.now(), marks: pupils.reduce((sum, { marks }) => sum + marks, 0) });
  };
  const stream = follow(base, world.projectId, cookieOf(world.teacher), () => (timer ??= setTimeout(() => void read(), SETTLE_MS)));
  return {
    stop: (before, doneAt) => {
      clearTimeout(timer);
      stream.destroy();
      return [...doneAt].sort((a, b) => a - b).flatMap((at, n) => {
        const shown = seen.find(({ marks }) => marks >= before + n + 1);
        return shown ? [Math.max(0, shown.at - at)] : [];
      });
    },
  };
}
