import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { api } from "@/lib/api/app";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let project: string, ann: TestMember, article: TestArticle, target: string, assignment: string;
const readers: ReadableStreamDefaultReader<Uint8Array>[] = [];
let begin = 0;
beforeEach(async () => {
  // Outside of tests the numbers of changes never start anew, and each is told once.
  await rows(`ALTER SEQUENCE outbox_seq_seq RESTART WITH ${(begin += 1_000)}`);
  project = await makeProject();
  ann = await addMember(project, "annotator");
  article = await addArticle(project, "Headline\nThe council bungled it.");
  target = await addTarget(project, "Council");
  assignment = await assign(ann, article);
});
afterEach(async () => void (await Promise.all(readers.splice(0).map((reader) => reader.cancel()))));

async function hear(who: TestMember): Promise<{ text: string; ended: boolean }> {
  const heard = { text: "", ended: false };
  const stream = await api.request(`http://localhost/api/v1/projects/${project}/live`, { headers: { cookie: `${sessionCookie()}=${who.session}` } });
  const reader = stream.body!.getReader();
  readers.push(reader);
  void (async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read()) heard.text += new TextDecoder().decode(read.value);
    heard.ended = true;
  })();
  return heard;
}
const mark = () => call(ann, "POST", `/projects/${project}/assignments/${assignment}/spans`, spanOver(article, "bungled", target));

it("tells a reviewer of every change, and an observer only of submitted work", async () => {
  const [reviewer, observer] = [await hear(await addMember(project, "reviewer")), await hear(await addMember(project, "observer"))];
  await mark();
  await call(ann, "PUT", `/projects/${project}/assignments/${assignment}/judgements/${target}`, { version: 0, value: -1 });
  await pause(2_200);
  expect(reviewer.text).toContain('"span"');
  expect(observer.text).toBe("");
  expect((await call(ann, "POST", `/projects/${project}/assignments/${assignment}/submit`, { version: 1 })).status).toBe(200);
  await pause(2_200);
  expect(observer.text).toContain('"submitted"');
});

it("tells a member who was taken out nothing more", async () => {
  const reviewer = await addMember(project, "reviewer");
  const heard = await hear(reviewer);
  await rows("UPDATE member SET state = 'removed', removed_at = now() WHERE id = $1", [reviewer.memberId]);
  await mark();
  await pause(2_200);
  expect(heard).toEqual({ text: "", ended: true });
});

it("tells an annotator of others’ submissions only where they see them: on articles that they submitted", async () => {
  await rows("UPDATE project SET reveal = 'own_submission'");
  const [done, waiting] = [await addMember(project, "annotator"), await addMember(project, "annotator")];
  await assign(waiting, article);
  await rows("UPDATE assignment SET state = 'submitted', submitted_at = now() WHERE id = $1", [await assign(done, article)]);
  const heard = [await hear(done), await hear(waiting)];
  await call(ann, "PUT", `/projects/${project}/assignments/${assignment}/judgements/${target}`, { version: 0, value: -1 });
  expect((await call(ann, "POST", `/projects/${project}/assignments/${assignment}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
  await pause(2_200);
  expect(heard.map((one) => one.text.match(/"kind":"\w+"/gu) ?? [])).toEqual([['"kind":"submitted"'], []]);
}, 15_000);

it("tells of a return to its annotator, and to nobody else who is blind", async () => {
  const [peer, reviewer] = [await addMember(project, "annotator"), await addMember(project, "reviewer")];
  await assign(peer, article);
  await mark();
  await call(ann, "PUT", `/projects/${project}/assignments/${assignment}/judgements/${target}`, { version: 0, value: 0 });
  expect((await call(ann, "POST", `/projects/${project}/assignments/${assignment}/submit`, { version: 2 })).status).toBe(200);
  await pause(2_500);
  const [own, blind] = [await hear(ann), await hear(peer)];
  expect((await call(reviewer, "POST", `/projects/${project}/assignments/${assignment}/return`, { version: 3, comment: "Look again." })).status).toBe(200);
  await expect.poll(() => own.text, { timeout: 8_000 }).toContain('"kind":"returned"');
  expect(own.text).not.toContain("Look again");
  await pause(1_500);
  expect(blind.text).not.toContain("change");
}, 20_000);
