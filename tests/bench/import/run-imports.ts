import { job, memberOf, type MemberActor } from "@/lib/accounts/server/actor";
import { CHUNK_BYTES } from "@/lib/articles/imports/shape";
import { readRecords } from "@/lib/articles/formats/read-records";
import { createImport } from "@/lib/articles/server/imports/create-import";
import { importOf } from "@/lib/articles/server/imports/import-sql";
import { openImports } from "@/lib/articles/server/imports/open-imports";
import type { Parse } from "@/lib/articles/server/imports/parsing";
import { receiveChunk } from "@/lib/articles/server/imports/receive-chunk";
import { runImport } from "@/lib/articles/server/imports/run-imports";
import { startAdding, startReading } from "@/lib/articles/server/imports/steps";
import { assignNewArticles } from "@/lib/assignments/server/assign-new";
import { newId } from "@/lib/kernel/id";
import { addMember, makeProject } from "@/tests/factories/world";
import { operation } from "../world";

/** A coordinator of a project of their own. */
export async function coordinator(name: string): Promise<MemberActor> {
  const lead = await addMember(await makeProject({ name }), "coordinator");
  const { member } = await memberOf({ session: lead.session, address: "127.0.0.1" }, lead.projectId);
  if (!member) throw new Error("the coordinator cannot sign in");
  return member;
}

/** Sends a file of lines of JSON; answers with the import's id. `part` gives the bytes of chunk n. */
export async function send(actor: MemberActor, bytes: number, part: (n: number) => Buffer): Promise<string> {
  const [id, fileId] = [newId(), newId()];
  await createImport(actor, operation({ id }), { id, name: "Measured", source: "files", files: [{ id: fileId, name: "measured.jsonl", bytes }] });
  for (let n = 0; n * CHUNK_BYTES < bytes; n += 1) await receiveChunk(actor, { importId: id, fileId, n }, part(n));
  return id;
}

/** The chunks of bytes that are in memory. */
export const partOf = (bytes: Buffer) => (n: number): Buffer => bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);

/** Asks for reading and, once that is done, for adding; `work` does what waits. */
export async function through(actor: MemberActor, importId: string, work: () => Promise<unknown>): Promise<void> {
  await startReading(actor, operation({ read: importId }), importId, { version: (await importOf(actor, importId)).version });
  await work();
  await startAdding(actor, operation({ add: importId }), importId, { version: (await importOf(actor, importId)).version });
  await work();
  const { state, counts } = await importOf(actor, importId);
  if (state !== "done" || counts.refused > 0) throw new Error(`the import ended as ${state}: ${JSON.stringify(counts)}`);
}

/** Does everything that waits, in this process. */
export async function workHere(parse: Parse): Promise<void> {
  for (let waiting = await openImports(job()); waiting.length > 0; waiting = await openImports(job()))
    for (const open of waiting) await runImport(job(), open, { read: readRecords, parse, assign: assignNewArticles, stopped: () => false });
}
