import { expect, it } from "vitest";
import { memberOf } from "@/lib/accounts/server/actor";
import { touchPresence } from "@/lib/lessons/server/presence";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeLesson } from "@/tests/factories/lesson";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

const touch = async (who: TestMember): Promise<void> => touchPresence((await memberOf({ session: who.session, address: "192.0.2.1" }, who.projectId)).member!);
const told = async (): Promise<number> => (await rows("SELECT 1 FROM outbox WHERE kind = 'presence'")).length;
const wasSeen = (seconds: number) => rows("UPDATE lesson_presence SET seen_at = now() - make_interval(secs => $1)", [seconds]);

it("is remembered as long as anything is heard of a pupil, and told to the teacher when they come and come back", async () => {
  const { projectId, teacher, pupils } = await makeLesson();
  const away = async () => (await call(teacher, "GET", `/projects/${projectId}/lesson/board`)).body["totals"].away;
  expect(await away()).toBe(2);
  await touch(pupils[0]!);
  expect([await away(), await told()]).toEqual([1, 1]);
  // Somebody who marks without a pause is there all the time, whatever the beat of the stream.
  for (const seconds of [5, 12, 30]) {
    await wasSeen(seconds);
    await touch(pupils[0]!);
  }
  expect([await away(), await told()]).toEqual([1, 1]);
  await wasSeen(60);
  expect(await away()).toBe(2);
  await touch(pupils[0]!);
  expect([await away(), await told()]).toEqual([1, 2]);
});

it("is not kept of teachers, nor in a study", async () => {
  await touch((await makeLesson()).teacher);
  await touch(await addMember(await makeProject(), "annotator"));
  expect(await rows("SELECT 1 FROM lesson_presence")).toEqual([]);
});
