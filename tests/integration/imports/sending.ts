import { newId } from "@/lib/kernel/id";
import { call, type Answer } from "@/tests/factories/call";
import type { TestMember } from "@/tests/factories/world";

const CHUNK = 4 * 1024 * 1024;

/** Sends bytes as our own page would. */
export const sendBytes = (who: TestMember, path: string, bytes: Uint8Array): Promise<Answer> =>
  call(who, "PUT", path, undefined, { bytes, headers: { "content-type": "application/octet-stream" } });

/** Begins an import of files and sends them whole; answers with the import's path and the import. */
export async function sendFiles(who: TestMember, files: Record<string, string | Uint8Array>, more: Record<string, unknown> = {}): Promise<{ path: string; body: Answer["body"] }> {
  const named = Object.entries(files).map(([name, content]) => ({ id: newId(), name, content: typeof content === "string" ? new TextEncoder().encode(content) : content }));
  const base = `/projects/${who.projectId}/imports`;
  const made = await call(who, "POST", base, { name: "Bridge, June", source: "files", files: named.map(({ id, name, content }) => ({ id, name, bytes: content.byteLength })), ...more });
  if (made.status !== 201) throw new Error(made.text);
  const path = `${base}/${made.body["id"]}`;
  for (const { id, content } of named)
    for (let n = 0; n * CHUNK < content.byteLength; n += 1) {
      const sent = await sendBytes(who, `${path}/files/${id}/chunks/${n}`, content.subarray(n * CHUNK, (n + 1) * CHUNK));
      if (sent.status !== 200) throw new Error(sent.text);
    }
  return { path, body: (await call(who, "GET", path)).body };
}

/** Takes a step of an import at the version it has. */
export async function step(who: TestMember, path: string, name: "read" | "add" | "pause" | "resume" | "cancel", more: Record<string, unknown> = {}): Promise<Answer> {
  const { body } = await call(who, "GET", path);
  return call(who, "POST", `${path}/${name}`, { version: body["version"], ...more });
}
