import { expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeFullWorld } from "@/tests/factories/full-world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

it("shows work that measures agreement to its annotator as any other, wherever the phase stands", async () => {
  const { annotator, coordinator, ids } = await makeFullWorld();
  await rows("UPDATE assignment SET phase = 'reliability' WHERE id = $1", [ids["assignmentId"]]);
  await rows("UPDATE assignment SET state = 'submitted', submitted_at = now(), first_submitted_at = now() WHERE id = $1", [ids["assignmentId"]]);
  const base = `/projects/${annotator.projectId}`;
  const paths = ["/assignments/mine", `/assignments/${ids["assignmentId"]}/document`, `/assignments/${ids["assignmentId"]}/history`, "/export/spans.jsonl", "/export/spans.csv", "/export/judgements.csv"];
  for (const path of paths) {
    const answer = await call(annotator, "GET", base + path);
    expect([path, answer.status, answer.text.includes("reliability")]).toEqual([path, 200, false]);
  }
  expect((await call(coordinator, "GET", `${base}/export/spans.jsonl`)).text).toContain('"phase":"reliability"');
  expect((await call(coordinator, "GET", `${base}/assignments/${ids["assignmentId"]}/history`)).text).toContain('"phase":"reliability"');
});
