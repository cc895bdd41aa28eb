import { expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { putSets } from "@/tests/factories/put-sets";
import { makeSet } from "@/tests/factories/questions";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

it("erases notes from submitted work too, and leaves its marks", async () => {
  const project = await makeProject();
  const [ann, peer] = [await addMember(project, "annotator"), await addMember(project, "annotator")];
  const article = await addArticle(project, "Headline\nThe council bungled the closure.");
  const target = await addTarget(project, "Council");
  for (const who of [ann, peer]) {
    const path = `/projects/${project}/assignments/${await assign(who, article)}`;
    for (const quote of ["bungled", "closure"]) await call(who, "POST", `${path}/spans`, spanOver(article, quote, target, { note: `note of ${who.memberId}` }));
    await call(who, "PUT", `${path}/judgements/${target}`, { version: 0, value: -1 });
    expect((await call(who, "POST", `${path}/submit`, { version: 1 })).status).toBe(200);
  }
  expect((await call(ann, "POST", "/account/erasure", { confirm: "erase me", notes: true })).status).toBe(200);
  const kept = await rows<{ content: { spans: { note: string; parts: { quote: string }[] }[] } }>("SELECT x.content FROM submission x JOIN assignment a ON a.id = x.assignment_id WHERE a.member_id = $1", [ann.memberId]);
  expect(kept[0]?.content.spans.map((span) => [span.note, span.parts[0]?.quote])).toEqual([["", "bungled"], ["", "closure"]]);
  expect(JSON.stringify(await rows("SELECT content FROM submission"))).toContain(`note of ${peer.memberId}`);
});

it("erases the words of judgements, notes and returns, and leaves what was answered and which marks were meant", async () => {
  const project = await makeProject();
  const [ann, reviewer] = [await addMember(project, "annotator"), await addMember(project, "reviewer")];
  await addMember(project, "coordinator");
  const article = await addArticle(project, "Headline\nThe council bungled the closure.");
  const target = await addTarget(project, "Council");
  const issue = makeSet("Issue", ["Economy"]);
  await putSets(project, [issue]);
  const assignment = await assign(ann, article);
  const path = `/projects/${project}/assignments/${assignment}`;
  const span = spanOver(article, "bungled", target);
  await call(ann, "POST", `${path}/spans`, span);
  await call(ann, "PUT", `${path}/judgements/${target}`, { version: 0, value: -1, confidence: 2, note: "SECRET one" });
  await call(ann, "PUT", `${path}/answers/${issue.id}`, { version: 0, labelIds: [issue.labels[0]!.id] });
  await call(ann, "PUT", `${path}/notes/${newId()}`, { version: 0, kind: "omitted", body: "SECRET two" });
  expect((await call(ann, "POST", `${path}/submit`, { version: 2 })).status).toBe(200);
  expect((await call(reviewer, "POST", `${path}/return`, { version: 3, comment: "SECRET three", spanIds: [span.id] })).status).toBe(200);
  expect((await call(ann, "GET", "/account/download")).text).toContain("SECRET two");
  for (const who of [ann, reviewer]) expect((await call(who, "POST", "/account/erasure", { confirm: "erase me", notes: true })).status).toBe(200);
  const left = await rows("SELECT to_jsonb(x)::text FROM judgement x UNION ALL SELECT to_jsonb(x)::text FROM judgement_event x UNION ALL SELECT to_jsonb(x)::text FROM assignment_note x UNION ALL SELECT to_jsonb(x)::text FROM submission x UNION ALL SELECT to_jsonb(x)::text FROM message x UNION ALL SELECT to_jsonb(x)::text FROM operation x UNION ALL SELECT to_jsonb(x)::text FROM audit_entry x");
  expect(JSON.stringify(left)).not.toContain("SECRET");
  expect(await rows("SELECT body FROM message")).toEqual([{ body: { comment: "", spanIds: [span.id], number: 1 } }]);
  expect(await rows("SELECT value, confidence FROM judgement")).toEqual([{ value: "-1", confidence: 2 }]);
  expect(await rows("SELECT label_ids FROM article_answer")).toEqual([{ label_ids: [issue.labels[0]!.id] }]);
});
