import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { checkContent } from "../check";
import { examplesOf } from "../examples";
import type { CodebookContent } from "../content";
import { readJson, writeJson } from "../formats/json";
import { contentOfQdc } from "../formats/qdc-content";
import { readQdc } from "../formats/qdc-read";
import { writeQdc } from "../formats/qdc-write";
import { takeOver } from "../formats/take-over";
import { changeDraft } from "./draft";
import { refusal } from "./draft-checks";
import { readVersion, type Version } from "./versions";

/** The files that a codebook can be: our own, and the codebook of REFI-QDA. */
export const FILE_FORMATS = ["json", "qdc"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** A version of the codebook as a file. */
export async function exportVersion(actor: MemberActor, versionId: string, format: FileFormat): Promise<{ number: number; text: string }> {
  const version = await readVersion(actor, versionId);
  return { number: version.number, text: format === "json" ? writeJson(version) : writeQdc(version.content) };
}

/** Lets the draft take over a file; the report says what was changed or left out on the way. A file that is not right is refused with the place. */
export const importFile = (actor: MemberActor, op: Op, wish: { version: number; format: FileFormat; text: string }): Promise<{ draft: Version; report: string[] }> =>
  changeDraft(actor, op, wish.version, async (draft, tx) => {
    const file = wish.format === "json" ? ofJson(wish.text) : ofQdc(draft, wish.text);
    const spans = await knownSpans(actor, [draft, file.content], tx);
    const { content, report } = takeOver(draft, file.content, spans, newId);
    return { content, also: { report: [...file.report, ...report] } };
  });

type Read = { content: CodebookContent; report: string[] };

// Checked before it is taken over too, so that a problem names its place in the file.
function ofJson(text: string): Read {
  const read = readJson(text);
  if (!read.ok) throw refusal(read.error);
  const problems = checkContent(read.value);
  if (problems.length > 0) throw refusal(problems);
  return { content: read.value, report: [] };
}

function ofQdc(draft: CodebookContent, text: string): Read {
  const read = readQdc(text);
  if (!read.ok) throw refusal([{ path: "/text", message: read.error }]);
  return contentOfQdc(draft, read.value, newId);
}

async function knownSpans(actor: MemberActor, contents: readonly CodebookContent[], tx: Sql): Promise<Set<string>> {
  const named = contents.flatMap(examplesOf).flatMap(({ example }) => example.spanId ?? []);
  if (named.length === 0) return new Set();
  return new Set((await rows<{ id: string }>("SELECT id FROM span WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, named], tx)).map((one) => one.id));
}
