import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invariant } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import type { ByteSource } from "../../formats/record";
import { CHUNK_BYTES } from "../../imports/shape";

/** The bytes of a file as they were sent. Holds one chunk in memory. `lost` is the failure, should the database not answer: no fault of the file. */
export type ChunkSource = ByteSource & { readonly lost: () => unknown };

/** Opens a file that has arrived whole. */
export function chunkSource(actor: MemberActor, file: { readonly id: string; readonly bytes: number }): ChunkSource {
  let held: { n: number; bytes: Buffer } | null = null;
  let lost: unknown;
  const chunk = async (n: number): Promise<Buffer> => {
    if (held?.n === n) return held.bytes;
    const found = await row<{ bytes: Buffer }>("SELECT bytes FROM import_chunk WHERE project_id = $1 AND file_id = $2 AND ordinal = $3", [actor.projectId, file.id, n]);
    invariant(found, "a file that has arrived has all its chunks");
    held = { n, bytes: found.bytes };
    return found.bytes;
  };
  return {
    size: file.bytes,
    lost: () => lost,
    async read(offset, length) {
      try {
        const end = Math.min(file.bytes, offset + length);
        const parts: Buffer[] = [];
        for (let at = offset; at < end; ) {
          const [n, within] = [Math.floor(at / CHUNK_BYTES), at % CHUNK_BYTES];
          const part = (await chunk(n)).subarray(within, within + end - at);
          parts.push(part);
          at += part.length;
        }
        return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
      } catch (error) {
        lost = error;
        throw error;
      }
    },
  };
}
