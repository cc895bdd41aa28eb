import { expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
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
