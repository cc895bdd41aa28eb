import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Problem } from "@/scripts/problem";

const told = z.string().nullish().transform((value) => value ?? "");

const Article = z.object({ source: z.string(), title: z.string(), date: told, url: told, "main-event": told, "triplet-uuid": z.string(), "body-paragraphs": z.array(z.array(z.string())) });
const Phrase = z.object({
  id: z.string(), start: z.int(), end: z.int(), txt: z.string(), target: told, polarity: told, quote: told, speaker: told, bias: told, aim: told, notes: told, "indirect-target-name": told, "indirect-ally-opponent-sentiment": told,
});
const Annotations = z.object({ "article-level-annotations": z.record(z.string(), z.unknown()), "phrase-level-annotations": z.array(Phrase) });

export type BasilArticle = z.output<typeof Article>;
export type BasilPhrase = z.output<typeof Phrase>;
/** One article of BASIL under its name (triplet and number), as its two files hold it; null where nobody annotated it. */
export type BasilFile = { readonly name: string; readonly article: BasilArticle; readonly annotations: z.output<typeof Annotations> | null };

/**
 * Reads a folder of BASIL, 2nd release: articles/YEAR/NAME.json and annotations/YEAR/NAME_ann.json, in the order of their
 * names. Throws a Problem for a folder or a file that is none.
 */
export function readBasil(folder: string): BasilFile[] {
  const annotated = new Map(jsonFiles(path.join(folder, "annotations")).map((file) => [path.basename(file, "_ann.json"), file]));
  return jsonFiles(path.join(folder, "articles")).map((file) => {
    const name = path.basename(file, ".json");
    const marks = annotated.get(name);
    return { name, article: parsed(file, Article), annotations: marks === undefined ? null : parsed(marks, Annotations) };
  });
}

function jsonFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json")).toSorted().map((name) => path.join(folder, name));
  } catch {
    throw new Problem(`There is no folder ${folder} that can be read. Name the folder of BASIL, which holds articles and annotations.`);
  }
}

function parsed<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Problem(`${file} is not JSON.`);
  }
  const read = schema.safeParse(value);
  if (!read.success) throw new Problem(`${file}: ${read.error.issues[0]?.path.join(".") ?? ""} ${read.error.issues[0]?.message ?? ""}`);
  return read.data;
}
