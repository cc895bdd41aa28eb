// npm run -s extract -- FILE: prints as JSON what the file is understood to be; exit code 1 for what is refused.
import { open, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { understand } from "@/lib/articles/extract/understand";
import type { Understood } from "@/lib/articles/extract/understood";
import { LIMITS } from "@/lib/articles/formats/limits";
import { readRecords } from "@/lib/articles/formats/read-records";
import type { ByteSource, FoundRecord, Place } from "@/lib/articles/formats/record";
import { findSpeech } from "@/lib/articles/speech/find-speech";
import { TextIndex } from "@/lib/text/text-index";
import { textRange } from "@/lib/text/units";
import { Problem, runScript } from "@/scripts/problem";

await runScript(async () => {
  const [name, ...more] = process.argv.slice(2);
  if (name === undefined || more.length > 0) throw new Problem("Name one file: npm run -s extract -- FILE");
  // npm starts scripts in the folder of the project; the file is named from where the person stands.
  const file = await open(path.resolve(process.env["INIT_CWD"] ?? process.cwd(), name), "r").catch(() => {
    throw new Problem(`There is no file ${name} that can be read.`);
  });
  try {
    const { understood, refused } = await readAll(await sourceOf(file), path.basename(name));
    for (const message of refused) console.error(message);
    if (understood.length > 0) process.stdout.write(`${JSON.stringify(understood.length === 1 ? understood[0] : understood, null, 2)}\n`);
    return refused.length === 0 ? 0 : 1;
  } finally {
    await file.close();
  }
});

async function sourceOf(file: FileHandle): Promise<ByteSource> {
  const about = await file.stat();
  if (!about.isFile()) throw new Problem("Name a file, not a folder.");
  return {
    size: about.size,
    async read(offset, length) {
      const buffer = new Uint8Array(Math.min(length, Math.max(0, about.size - offset)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

/** Every article of the file in its order, and a sentence for each thing that is not taken. */
async function readAll(source: ByteSource, name: string): Promise<{ understood: Printed[]; refused: string[] }> {
  const understood: Printed[] = [];
  const refused: string[] = [];
  for await (const result of readRecords(source, { name, mediaType: null, mapping: null, from: null, limits: LIMITS })) {
    if ("passed" in result) continue;
    const answer = "refused" in result ? result.refused : read(result.record, name);
    if ("message" in answer) refused.push(`${placeOf(name, answer.place)}: ${answer.message}`);
    else understood.push(answer);
  }
  return { understood, refused };
}

function read({ content, fields, place }: FoundRecord, name: string): Printed | { place: Place; message: string } {
  const result = understand(content, { fileName: name, fields });
  return result.ok ? printed(result.value) : { place, message: result.error.message };
}

function placeOf(name: string, { entry, line }: Place): string {
  return [name, ...(entry === undefined ? [] : [entry]), ...(line === undefined ? [] : [`line ${line}`])].join(", ");
}

type Printed = ReturnType<typeof printed>;

/** Plain values; positions are code points of `text`, and a quotation's are those of the words between its marks. */
function printed({ title, byline, outlet, publisher, publishedOn, language, url, text, blocks }: Understood) {
  const index = new TextIndex(text);
  const speech = findSpeech(index, blocks.map(({ kind, start, end }, ordinal) => ({ ordinal, kind, ...textRange(start, end) })), language?.value ?? null);
  const quotations = speech.map(({ kind, inner, speaker }) => ({ start: inner.start, end: inner.end, kind, speaker: speaker === null ? null : index.slice(speaker.start, speaker.end) }));
  return { title, byline: byline?.value ?? null, outlet: outlet?.value ?? null, publisher: publisher?.value ?? null, publishedAt: publishedOn?.value ?? null, language: language?.value ?? null, url: url?.value ?? null, text, blocks, quotations };
}
