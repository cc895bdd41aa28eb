import { z } from "@hono/zod-openapi";
import { changeRow } from "@/lib/articles/server/imports/change-row";
import { createImport } from "@/lib/articles/server/imports/create-import";
import { importRow, importRows } from "@/lib/articles/server/imports/import-rows";
import { importOf, listImports } from "@/lib/articles/server/imports/import-sql";
import { attachment } from "@/lib/exchange/file-name";
import { importReport } from "@/lib/exchange/server/import-report";
import { receiveChunk } from "@/lib/articles/server/imports/receive-chunk";
import { cancelImport, changeSettings, pauseImport, resumeImport, startAdding, startReading } from "@/lib/articles/server/imports/steps";
import { CHUNK_BYTES } from "@/lib/articles/imports/shape";
import { answer, body, bytesBody, bytesOf, group, member, op, route } from "./door";
import { Import, ImportDraft, ImportListQuery, ImportPage, ImportRow, ImportRowPage, ordinalSlot, ReadWish, ReceivedChunk, RowChange, RowListQuery, SettingsWish, VersionWish } from "./import-schemas";
import { ARTICLE_BODY_LIMIT } from "./request";
import { id, inProject } from "./schemas";

const write = { member: "articles.write" } as const;
const path = "/projects/{projectId}/imports";
const one = inProject.extend({ importId: id });
const aRow = one.extend({ ordinal: ordinalSlot });
const aChunk = one.extend({ fileId: id, n: ordinalSlot });
const step = { params: one, body: body(VersionWish) };
const told = { 200: answer(Import) };

const CSV = "text/csv; charset=utf-8; header=present";

export const imports = group()
  .openapi(route(write, { method: "get", path: `${path}/{importId}/report.csv`, summary: "What became of every record, as CSV", request: { params: one }, responses: { 200: { description: "One row per record; the columns stand in docs/formats.md", content: { "text/csv": { schema: z.string() } } } } }), async (c) => {
    const { name } = await importOf(member(c), c.req.valid("param").importId);
    return c.body(await importReport(member(c), c.req.valid("param").importId), 200, { "Content-Type": CSV, "Content-Disposition": attachment(name, "report.csv"), "X-Accel-Buffering": "no" }) as never;
  })
  .openapi(route(write, { method: "post", path, summary: "Begin an import: name the files that will be sent, or the addresses to fetch", request: { params: inProject, body: body(ImportDraft) }, responses: { 201: answer(Import) } }, ARTICLE_BODY_LIMIT), async (c) =>
    c.json(Import.parse(await createImport(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(route(write, { method: "get", path, summary: "The project's imports, newest first", request: { params: inProject, query: ImportListQuery }, responses: { 200: answer(ImportPage) } }), async (c) =>
    c.json(ImportPage.parse(await listImports(member(c), c.req.valid("query"))), 200),
  )
  .openapi(route(write, { method: "get", path: `${path}/{importId}`, summary: "One import with its files and how far it is", request: { params: one }, responses: told }), async (c) =>
    c.json(Import.parse(await importOf(member(c), c.req.valid("param").importId)), 200),
  )
  .openapi(
    route(write, { method: "put", path: `${path}/{importId}/files/{fileId}/chunks/{n}`, summary: "Send chunk n of a file: 4 MiB, the last one less; sending it again changes nothing", request: { params: aChunk, body: bytesBody }, responses: { 200: answer(ReceivedChunk) } }, CHUNK_BYTES, "bytes"),
    async (c) => c.json(ReceivedChunk.parse(await receiveChunk(member(c), c.req.valid("param"), bytesOf(c))), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/{importId}/read`, summary: "Read what was sent, for a preview; again with another mapping before anything is added", request: { params: one, body: body(ReadWish) }, responses: told }), async (c) =>
    c.json(Import.parse(await startReading(member(c), op(c), c.req.valid("param").importId, c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "patch", path: `${path}/{importId}`, summary: "Change what holds for every record that does not say otherwise; it is read again", request: { params: one, body: body(SettingsWish) }, responses: told }), async (c) =>
    c.json(Import.parse(await changeSettings(member(c), op(c), c.req.valid("param").importId, c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "get", path: `${path}/{importId}/rows`, summary: "What the import found, row by row, without the texts", request: { params: one, query: RowListQuery }, responses: { 200: answer(ImportRowPage) } }), async (c) =>
    c.json(ImportRowPage.parse(await importRows(member(c), c.req.valid("param").importId, c.req.valid("query"))), 200),
  )
  .openapi(route(write, { method: "get", path: `${path}/{importId}/rows/{ordinal}`, summary: "One row with its text and what was understood of it", request: { params: aRow }, responses: { 200: answer(ImportRow) } }), async (c) =>
    c.json(ImportRow.parse(await importRow(member(c), c.req.valid("param").importId, c.req.valid("param").ordinal)), 200),
  )
  .openapi(
    route(write, { method: "patch", path: `${path}/{importId}/rows/{ordinal}`, summary: "Correct a row, take it or leave it out", request: { params: aRow, body: body(RowChange) }, responses: { 200: answer(ImportRow) } }, ARTICLE_BODY_LIMIT),
    async (c) => c.json(ImportRow.parse(await changeRow(member(c), op(c), c.req.valid("param"), c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/{importId}/add`, summary: "Add every row that was not left out", request: step, responses: told }), async (c) =>
    c.json(Import.parse(await startAdding(member(c), op(c), c.req.valid("param").importId, c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/{importId}/pause`, summary: "Let the import rest where it is", request: step, responses: told }), async (c) =>
    c.json(Import.parse(await pauseImport(member(c), op(c), c.req.valid("param").importId, c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/{importId}/resume`, summary: "Go on with it", request: step, responses: told }), async (c) =>
    c.json(Import.parse(await resumeImport(member(c), op(c), c.req.valid("param").importId, c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/{importId}/cancel`, summary: "End it; what was added stays", request: step, responses: told }), async (c) =>
    c.json(Import.parse(await cancelImport(member(c), op(c), c.req.valid("param").importId, c.req.valid("json"))), 200),
  );
