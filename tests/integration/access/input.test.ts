import { expect, it } from "vitest";
import { call } from "@/tests/factories/call";
import { addMember, makeProject } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

it("refuses U+0000 in an address, bodies without bottom, and names no more than twenty wrong places", async () => {
  const lead = await addMember(await makeProject(), "coordinator");
  const base = `/projects/${lead.projectId}`;
  for (const query of ["q=a%00b", "q%00=a"]) expect([query, (await call(lead, "GET", `${base}/articles?${query}`)).status]).toEqual([query, 422]);
  const deep = await call(lead, "POST", `${base}/targets`, undefined, { raw: `{"name":${"[".repeat(100_000)}${"]".repeat(100_000)}}` });
  expect([deep.status, deep.body["detail"]]).toEqual([422, expect.stringContaining("nested")]);
  const many = await call(lead, "POST", `${base}/targets`, { name: "x", aliases: Array.from({ length: 5_000 }, () => "\u0000") });
  expect([many.status, many.body["errors"].length]).toEqual([422, 20]);
  const wrong = await call(lead, "POST", `${base}/targets`, { name: "x", aliases: Array.from({ length: 200 }, () => 1) });
  expect([wrong.status, wrong.body["errors"].length]).toEqual([422, 20]);
});
