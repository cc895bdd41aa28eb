import { z } from "@hono/zod-openapi";
import type { CodebookContent } from "@/lib/codebook/content";
import { affectedSpans } from "@/lib/codebook/server/affected";
import { compareVersions, draftChanges } from "@/lib/codebook/server/changes";
import { addPreset, dropDraft, saveDraft, startDraft } from "@/lib/codebook/server/draft";
import { spanExamples } from "@/lib/codebook/server/examples";
import { exportVersion, FILE_FORMATS, importFile } from "@/lib/codebook/server/files";
import { publish } from "@/lib/codebook/server/publish";
import { readCodebook, readVersion } from "@/lib/codebook/server/versions";
import { CHANGE_KINDS } from "@/lib/codebook/diff-parts";
import { FRAMINGS } from "@/lib/codebook/framing";
import { PRESET_IDS } from "@/lib/codebook/presets/apply";
import { attachment } from "@/lib/exchange/file-name";
import { projectOf } from "@/lib/projects/server/projects";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, timestamp, version } from "./schemas";

/** Bytes of a body that carries a codebook. */
const LIMIT = 4 * 1024 * 1024;

const Content = z.custom<CodebookContent>((value) => value !== null && typeof value === "object").openapi({ type: "object", description: "What the version says, as docs/codebook.md describes it; errors give places from its top: /sets/0/labels/3/name" });
const Classified = z.object({ labelId: z.string(), meaning: z.boolean(), reason: z.string() });
const Version = z.object({ id, number: z.int(), state: z.enum(["draft", "published"]), content: Content, publishedAt: timestamp.nullable(), note: z.string(), changes: z.array(Classified), version });
const Listed = z.object({ id, number: z.int(), publishedAt: timestamp.nullable(), publishedBy: z.string().nullable(), note: z.string(), changes: z.array(Classified) });
const Codebook = z.object({ current: Version, draft: z.object({ id, version, number: z.int() }).nullable(), versions: z.array(Listed) });
const Change = z.object({
  labelId: z.string(), of: z.enum(["codebook", "framing", "rule", "set", "label"]), kind: z.enum(CHANGE_KINDS), name: z.string(), setName: z.string().nullable(), field: z.string(),
  before: z.string(), after: z.string(), mayChangeMeaning: z.boolean(), alwaysMeaning: z.boolean(),
});
const Affected = z.object({
  id, spanId: id, articleId: id, articleTitle: z.string(), assignmentId: id, assignmentState: z.string(), annotator: z.string(), quote: z.string().nullable(), framing: z.enum(FRAMINGS).nullable(),
  reason: z.string(), versionNumber: z.int(), settledAt: timestamp.nullable(), outcome: z.enum(["kept", "changed", "deleted"]).nullable(),
});
const Published = z.object({ published: Version, affected: z.int(), spans: z.int(), answers: z.int() });
const Publish = z.strictObject({ version, meaning: z.array(z.string().max(100)).max(20_000).default([]), note: z.string().max(4000).default("") });
const AffectedQuery = z.strictObject({ state: z.enum(["open", "settled"]).default("open"), version: z.coerce.number().int().min(1).max(1_000_000).optional(), after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
const ExamplesQuery = z.strictObject({ labelId: z.union([z.enum(FRAMINGS), id]), q: z.string().max(200).optional() });
const SpanExample = z.object({ spanId: id, quote: z.string(), articleTitle: z.string(), annotator: z.string(), framing: z.enum(FRAMINGS), note: z.string() });
const read = { member: "codebook.read" } as const;
const write = { member: "codebook.write" } as const;
const path = "/projects/{projectId}/codebook";

export const codebook = group()
  .openapi(route(read, { method: "get", path, summary: "The codebook as it stands and its versions", request: { params: inProject }, responses: { 200: answer(Codebook) } }), async (c) =>
    c.json(Codebook.parse(await readCodebook(member(c))), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/versions/{versionId}`, summary: "One version of the codebook", request: { params: inProject.extend({ versionId: id }) }, responses: { 200: answer(Version) } }), async (c) =>
    c.json(Version.parse(await readVersion(member(c), c.req.valid("param").versionId)), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/diff`, summary: "What differs between two versions", request: { params: inProject, query: z.strictObject({ from: id, to: id }) }, responses: { 200: answer(z.object({ changes: z.array(Change) })) } }), async (c) => {
    const { from, to } = c.req.valid("query");
    return c.json({ changes: z.array(Change).parse(await compareVersions(member(c), from, to)) }, 200);
  })
  .openapi(route(write, { method: "post", path: `${path}/draft`, summary: "Start a draft from the newest version", request: { params: inProject, body: body(z.strictObject({})) }, responses: { 201: answer(Version) } }), async (c) =>
    c.json(Version.parse(await startDraft(member(c), op(c))), 201),
  )
  .openapi(route(write, { method: "put", path: `${path}/draft`, summary: "Save the draft", request: { params: inProject, body: body(z.strictObject({ version, content: Content })) }, responses: { 200: answer(Version) } }, LIMIT), async (c) =>
    c.json(Version.parse(await saveDraft(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "delete", path: `${path}/draft`, summary: "Throw the draft away", request: { params: inProject, body: body(z.strictObject({ version })) }, responses: { 200: answer(z.object({ dropped: id })) } }), async (c) =>
    c.json(await dropDraft(member(c), op(c), c.req.valid("json").version), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/draft/preset`, summary: "Add a preset to the draft", request: { params: inProject, body: body(z.strictObject({ version, preset: z.enum(PRESET_IDS) })) }, responses: { 200: answer(Version) } }), async (c) =>
    c.json(Version.parse(await addPreset(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/draft/import`, summary: "Let the draft take over a file", request: { params: inProject, body: body(z.strictObject({ version, format: z.enum(FILE_FORMATS), text: z.string() })) }, responses: { 200: answer(z.object({ draft: Version, report: z.array(z.string()) })) } }, LIMIT), async (c) => {
    const { draft, report } = await importFile(member(c), op(c), c.req.valid("json"));
    return c.json({ draft: Version.parse(draft), report }, 200);
  })
  .openapi(
    route(read, { method: "get", path: `${path}/versions/{versionId}/export`, summary: "One version as a file", request: { params: inProject.extend({ versionId: id }), query: z.strictObject({ format: z.enum(FILE_FORMATS).default("json") }) }, responses: { 200: { description: "The codebook: our own JSON, or a REFI-QDA codebook (.qdc)", content: { "application/json": { schema: z.string() }, "application/xml": { schema: z.string() } } } } }),
    async (c) => {
      const { format } = c.req.valid("query");
      const { number, text } = await exportVersion(member(c), c.req.valid("param").versionId, format);
      const project = await projectOf(member(c));
      return c.body(text, 200, { "Content-Type": format === "json" ? "application/json; charset=utf-8" : "application/xml; charset=utf-8", "Content-Disposition": attachment(project.name, `codebook-${number}.${format}`) }) as never;
    },
  )
  .openapi(route(write, { method: "get", path: `${path}/draft/changes`, summary: "What the draft changes, and how many marks each change concerns", request: { params: inProject }, responses: { 200: answer(z.object({ changes: z.array(Change), affected: z.record(z.string(), z.int()), proposed: z.int() })) } }), async (c) => {
    const { changes, affected, proposed } = await draftChanges(member(c));
    return c.json({ changes: z.array(Change).parse(changes), affected, proposed }, 200);
  })
  .openapi(route(write, { method: "post", path: `${path}/publish`, summary: "Publish the draft; what a change of meaning touches is marked for review", request: { params: inProject, body: body(Publish) }, responses: { 200: answer(Published) } }), async (c) =>
    c.json(Published.parse(await publish(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "get", path: `${path}/examples`, summary: "Marks with a framing or label, to take as examples", request: { params: inProject, query: ExamplesQuery }, responses: { 200: answer(z.object({ items: z.array(SpanExample) })) } }), async (c) =>
    c.json({ items: z.array(SpanExample).parse(await spanExamples(member(c), c.req.valid("query"))) }, 200),
  )
  .openapi(route({ member: "assignments.return" }, { method: "get", path: `${path}/affected`, summary: "Spans that changes of meaning ask to look at again", request: { params: inProject, query: AffectedQuery }, responses: { 200: answer(z.object({ items: z.array(Affected), next: id.nullable(), open: z.int(), settled: z.int() })) } }), async (c) => {
    const page = await affectedSpans(member(c), c.req.valid("query"));
    return c.json({ ...page, items: z.array(Affected).parse(page.items) }, 200);
  });
