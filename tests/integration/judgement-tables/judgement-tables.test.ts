import { beforeEach, expect, it } from "vitest";
import { row, rows } from "@/lib/platform/database";
import { checkData } from "@/scripts/check/run";
import { type Answer, call } from "@/tests/factories/call";
import { addMember, addOutlet, addTarget, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

// An invented study: two outlets, four articles, two raters, one of whom was not told the outlet.
const TABLE = `article,title,outlet,publisher,genre,annotator,target,value,blind,date
s-1,Bridge shut,The Daily Tern,,news,Rater 1,Mayor,-2,yes,2024-05-09
s-1,Bridge shut,The Daily Tern,,news,Rater 2,Mayor,-1,no,2024-05-09
s-2,Bridge open,The Daily Tern,,opinion,Rater 1,Mayor,-1,yes,2024-06-01
s-2,Bridge open,The Daily Tern,,opinion,Rater 2,Mayor,unclear,no,2024-06-01
s-3,Who pays?,Quay Standard,North Bank Bulletin,news,Rater 1,Mayor,1,yes,
s-3,Who pays?,Quay Standard,North Bank Bulletin,news,Rater 2,Mayor,not_addressed,no,
s-4,,,,,Rater 1,Mayor,0,yes,
`;
let project: string, lead: TestMember;
const load = (csv: string, what = ""): Promise<Answer> => call(lead, "POST", `/projects/${project}/judgement-tables${what}`, { csv });
const counts = async () => Promise.all(["article", "member", "target", "outlet", "assignment", "judgement", "submission"].map(async (table) => (await row<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE project_id = $1`, [project]))?.n));
beforeEach(async () => {
  project = await makeProject();
  lead = await addMember(project, "coordinator");
});

it("says what a table would bring and writes nothing, then brings it", async () => {
  await addOutlet(project, "The Daily Tern");
  const before = await counts();
  const expected = { articles: { made: 4, known: 0 }, outlets: ["Quay Standard", "North Bank Bulletin"], targets: ["Mayor"], annotators: ["Rater 1", "Rater 2"], readings: { made: 7, known: 0 }, judgements: 7, repeated: 0 };
  expect(await load(TABLE, "/check")).toMatchObject({ status: 200, body: expected });
  expect(await counts()).toEqual(before);
  expect(await load(TABLE)).toMatchObject({ status: 201, body: expected });
  expect(await rows(
    `SELECT ar.external_key AS key, ar.title, o.name AS outlet, p.name AS publisher, ar.genre, to_char(ar.published_on, 'YYYY-MM-DD') AS day, m.pseudonym AS rater, j.value, j.source_blind AS blind, a.state
     FROM judgement j JOIN assignment a ON a.id = j.assignment_id JOIN article ar ON ar.id = j.article_id JOIN member m ON m.id = j.member_id LEFT JOIN outlet o ON o.id = ar.outlet_id LEFT JOIN outlet p ON p.id = ar.publisher_id
     WHERE j.project_id = $1 ORDER BY 1, 7`,
    [project],
  )).toEqual([
    { key: "s-1", title: "Bridge shut", outlet: "The Daily Tern", publisher: null, genre: "news", day: "2024-05-09", rater: "Rater 1", value: "-2", blind: true, state: "submitted" },
    { key: "s-1", title: "Bridge shut", outlet: "The Daily Tern", publisher: null, genre: "news", day: "2024-05-09", rater: "Rater 2", value: "-1", blind: false, state: "submitted" },
    { key: "s-2", title: "Bridge open", outlet: "The Daily Tern", publisher: null, genre: "opinion", day: "2024-06-01", rater: "Rater 1", value: "-1", blind: true, state: "submitted" },
    { key: "s-2", title: "Bridge open", outlet: "The Daily Tern", publisher: null, genre: "opinion", day: "2024-06-01", rater: "Rater 2", value: "unclear", blind: false, state: "submitted" },
    { key: "s-3", title: "Who pays?", outlet: "Quay Standard", publisher: "North Bank Bulletin", genre: "news", day: null, rater: "Rater 1", value: "1", blind: true, state: "submitted" },
    { key: "s-3", title: "Who pays?", outlet: "Quay Standard", publisher: "North Bank Bulletin", genre: "news", day: null, rater: "Rater 2", value: "not_addressed", blind: false, state: "submitted" },
    { key: "s-4", title: "s-4", outlet: null, publisher: null, genre: null, day: null, rater: "Rater 1", value: "0", blind: true, state: "submitted" },
  ]);
  expect(await checkData(process.env["DATABASE_URL"] ?? "")).toEqual([]);
});

it("changes nothing the second time, and adds what a longer table holds more", async () => {
  await load(TABLE);
  const once = await counts();
  expect((await load(TABLE)).body).toMatchObject({ articles: { made: 0, known: 4 }, outlets: [], targets: [], annotators: [], readings: { made: 0, known: 7 }, judgements: 0 });
  expect(await counts()).toEqual(once);
  const more = await load(`${TABLE}s-4,,,,,Rater 2,the mayor,1,no,\n`);
  expect(more.body).toMatchObject({ articles: { made: 0 }, targets: ["the mayor"], readings: { made: 1, known: 7 }, judgements: 1 });
});

it("takes a target by any of its certain names", async () => {
  const mayor = await addTarget(project, "Mayor Varrick");
  await rows("INSERT INTO target_alias (project_id, id, target_id, alias, alias_key) VALUES ($1, gen_random_uuid(), $2, 'Mayor', 'mayor')", [project, mayor]);
  expect((await load(TABLE)).body).toMatchObject({ targets: [] });
  expect(await rows("SELECT DISTINCT target_id AS id FROM judgement WHERE project_id = $1", [project])).toEqual([{ id: mayor }]);
});

it("refuses what contradicts the project, names the lines, and writes nothing", async () => {
  await rows("UPDATE member SET pseudonym = 'Rater 2', pseudonym_key = 'rater 2' WHERE project_id = $1 AND id = $2", [project, lead.memberId]);
  const taken = await load(TABLE);
  expect([taken.status, taken.body["detail"], taken.body["errors"]]).toEqual([422, expect.stringContaining("Line 3: “Rater 2” is a member of this project."), [{ path: "/csv", line: 3, message: expect.any(String) }]]);
  await rows("UPDATE member SET pseudonym = 'Lead', pseudonym_key = 'lead' WHERE project_id = $1 AND id = $2", [project, lead.memberId]);
  await load(TABLE);
  const before = await counts();
  const other = await load("article,title,outlet,annotator,target,value\ns-9,New,Quay Standard,Rater 1,Mayor,1\ns-1,Bridge shut,Quay Standard,Rater 3,Mayor,1\ns-2,Bridge open,The Daily Tern,Rater 1,Mayor,2\n");
  expect([other.status, other.body["errors"].map((one: { line: number; message: string }) => `${one.line}: ${one.message}`)]).toEqual([
    422, ["3: The project has article “s-1” (“Bridge shut”) already, of another outlet.", expect.stringContaining("4: The project has this reading by “Rater 1” already, with another judgement toward “Mayor”.")],
  ]);
  expect(await counts()).toEqual(before);
});

it("gives raters of a table no work, and is for coordinators alone", async () => {
  await load(TABLE);
  expect((await call(lead, "POST", `/projects/${project}/assignments`, { all: true, everyone: true })).body).toMatchObject({ members: 0 });
  const reviewer = await addMember(project, "reviewer");
  expect((await call(reviewer, "POST", `/projects/${project}/judgement-tables`, { csv: TABLE })).status).toBe(403);
  expect((await load("x".repeat(11 * 1024 * 1024))).status).toBe(413);
});
