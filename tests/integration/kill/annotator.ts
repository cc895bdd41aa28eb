import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "@/lib/kernel/id";

/** Where one client works: an assignment of a signed-in annotator, and the words of the article. */
export interface Desk {
  readonly url: string;
  readonly cookie: string;
  readonly projectId: string;
  readonly assignmentId: string;
  readonly revisionId: string;
  readonly memberId: string;
  readonly targetIds: readonly string[];
  readonly words: readonly { start: number; end: number; quote: string }[];
}

/** A span as the server last confirmed it. */
export interface Saved {
  readonly id: string;
  readonly memberId: string;
  version: number;
  framing: string;
  deleted: boolean;
  readonly start: number;
  readonly quote: string;
}

/** What one client did and was told. */
export interface Diary {
  readonly saved: Saved[];
  /** Operations that were confirmed. */
  readonly operations: string[];
  /** Sendings without an answer, or with “try again”. */
  unanswered: number;
  /** Answers that no kill excuses. */
  readonly wrong: string[];
}

const FRAMINGS = ["advocacy", "neutral", "critical"];
const VOICES = ["own", "quoted", "embedded", null];
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

type Wish = { method: string; path: string; body: object };

/** Sends one change until it is confirmed, always under the same operation id; now and then once more after that. */
async function send(desk: Desk, wish: Wish, diary: Diary): Promise<{ version: number; framing: string }> {
  const operation = newId();
  let confirmed: string | undefined;
  let again = Math.random() < 0.1 ? 1 : 0;
  for (;;) {
    const answer = await fetch(`${desk.url}/api/v1/projects/${desk.projectId}${wish.path}`, {
      method: wish.method,
      headers: { cookie: desk.cookie, "content-type": "application/json", origin: desk.url, "operation-id": operation },
      body: JSON.stringify(wish.body),
      signal: AbortSignal.timeout(10_000),
    })
      .then(async (got) => ({ status: got.status, text: await got.text() }))
      // Nobody there, or killed in the middle of the answer.
      .catch(() => undefined);
    if (answer?.status === 200 || answer?.status === 201) {
      if (confirmed === undefined) diary.operations.push(operation);
      else if (confirmed !== answer.text) diary.wrong.push(`repeated, and answered otherwise: ${answer.text}`);
      confirmed ??= answer.text;
      if (again-- <= 0) return JSON.parse(confirmed) as { version: number; framing: string };
      continue;
    }
    diary.unanswered += 1;
    if (answer !== undefined && answer.status !== 503) diary.wrong.push(`${answer.status} ${answer.text}`);
    // Give up on what will never be confirmed; the test fails on it.
    if (diary.wrong.length > 20) throw new Error(diary.wrong.join("\n"));
    await sleep(20 + Math.random() * 60);
  }
}

async function mark(desk: Desk, diary: Diary): Promise<void> {
  const word = pick(desk.words);
  const [id, framing] = [newId(), pick(FRAMINGS)];
  const body = { id, revisionId: desk.revisionId, parts: [word], targetId: pick(desk.targetIds), framing, voice: pick(VOICES) };
  await send(desk, { method: "POST", path: `/assignments/${desk.assignmentId}/spans`, body }, diary);
  diary.saved.push({ id, memberId: desk.memberId, version: 1, framing, deleted: false, start: word.start, quote: word.quote });
}

async function revise(desk: Desk, diary: Diary): Promise<void> {
  const span = pick(diary.saved);
  const version = span.version;
  const framing = pick(FRAMINGS);
  const path = `/spans/${span.id}`;
  const wishes: [Wish, Partial<Saved>][] = span.deleted
    ? [[{ method: "POST", path: `${path}/restore`, body: { version } }, { deleted: false }]]
    : [
        [{ method: "PATCH", path, body: { version, framing } }, { framing }],
        [{ method: "DELETE", path, body: { version } }, { deleted: true }],
      ];
  const [wish, outcome] = pick(wishes);
  const answer = await send(desk, wish, diary);
  Object.assign(span, outcome, { version: answer.version });
}

/** Marks, changes, deletes and restores without a pause until `over`; the last change is sent until it is confirmed. */
export async function annotate(desk: Desk, diary: Diary, over: () => boolean): Promise<void> {
  while (!over()) {
    if (diary.saved.length > 0 && Math.random() < 0.3) await revise(desk, diary);
    else await mark(desk, diary);
  }
}
