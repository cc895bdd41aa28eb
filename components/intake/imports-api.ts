import { hc } from "hono/client";
import { API, clientOptions, unwrap } from "@/components/api/client";
import type { imports } from "@/lib/api/imports";
import type { BlockKind } from "@/lib/articles/blocks";
import type { Mapping } from "@/lib/articles/formats/record";
import type { Import, ImportRecord, ImportRow, ImportSource, ListedImport, RowFields, RowState } from "./import-types";

const project = hc<typeof imports>(API, clientOptions).projects[":projectId"].imports;
const one = project[":importId"];

type Draft = { name: string; source: ImportSource };
/** What an import is made of: files whose bytes follow, or addresses that the server fetches. */
export type NewImport = Draft & ({ files: { id: string; name: string; mediaType: string; bytes: number; url?: string }[] } | { addresses: string[] });
/** What a person says of a record. */
export type RowChange = { version: number; take?: boolean; fields?: Partial<RowFields>; blocks?: { ordinal: number; kind: BlockKind }[]; text?: string };

/** Begins an import. Throws `ApiProblem`, as all here do. */
export const createImport = (projectId: string, wish: NewImport): Promise<Import> =>
  unwrap(project.$post({ param: { projectId }, json: "files" in wish ? { ...wish, source: wish.source as "files" } : { ...wish, source: wish.source as "addresses" } }));

/** Sends chunk `n` (from 0) of a file. */
export const putChunk = (projectId: string, importId: string, fileId: string, n: number, bytes: ArrayBuffer): Promise<unknown> =>
  unwrap(one.files[":fileId"].chunks[":n"].$put({ param: { projectId, importId, fileId, n: String(n) } }, { headers: { "Content-Type": "application/octet-stream" }, init: { body: bytes } }));

/** Has what was sent read, or read again with other columns. */
export const readAgain = (projectId: string, importId: string, json: { version: number; mapping?: Mapping }): Promise<Import> => unwrap(one.read.$post({ param: { projectId, importId }, json }));

/** The newest imports, or those before the one with the id `after`. */
export const listImports = (projectId: string, after: string | null): Promise<{ items: ListedImport[]; next: string | null }> => unwrap(project.$get({ param: { projectId }, query: after === null ? {} : { after } }));

/** One import as it stands. */
export const getImport = (projectId: string, importId: string): Promise<Import> => unwrap(one.$get({ param: { projectId, importId } }));

/** The records in one state or in all, in the order of the import, behind the record `after`. */
export const listRows = (projectId: string, importId: string, state: RowState | null, after: number | null): Promise<{ items: ImportRow[]; next: number | null }> =>
  unwrap(one.rows.$get({ param: { projectId, importId }, query: { ...(state === null ? {} : { state }), ...(after === null ? {} : { after: String(after) }) } }));

/** One record with its words. */
export const getRow = (projectId: string, importId: string, ordinal: number): Promise<ImportRecord> => unwrap(one.rows[":ordinal"].$get({ param: { projectId, importId, ordinal: String(ordinal) } }));

/** Corrects a record, takes it or leaves it out. A conflict's `current` is the record as it stands. */
export const changeRow = (projectId: string, importId: string, ordinal: number, json: RowChange): Promise<ImportRecord> => unwrap(one.rows[":ordinal"].$patch({ param: { projectId, importId, ordinal: String(ordinal) }, json }));

/** Adds what there is, lets it rest, goes on, or ends it. */
export const actOn = (projectId: string, importId: string, act: "add" | "pause" | "resume" | "cancel", version: number): Promise<Import> => unwrap(one[act].$post({ param: { projectId, importId }, json: { version } }));

/** Where the report of an import is downloaded. */
export const reportOf = (projectId: string, importId: string): string => `${API}/projects/${projectId}/imports/${importId}/report.csv`;
