import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { base } from "@/components/words/base";
import { english } from "@/components/words/english";
import { inRoot } from "@/scripts/paths";
import { filesUnder } from "@/tests/architecture/server-functions";

const PAGE = "app/(workbench)/p/[projectId]/annotate/[assignmentId]/page.tsx";
const SCREEN = ["components/annotator", "components/discussion", "components/rich-text"];

const read = (file: string): string => readFileSync(inRoot(file), "utf8");

/** The namespaces that a source asks for, by themselves or at the start of a key. */
const askedIn = (source: string): string[] => [...source.matchAll(/useTranslations\("(\w+)|["`](\w+)\.[\w$]/gu)].flatMap(([, own, before]) => own ?? before ?? []).filter((name) => Object.hasOwn(english, name));

it("hands the annotate screen every word that it says", () => {
  const handed = [...(/AreaWords of=\{\[([^\]]+)\]/u.exec(read(PAGE))?.[1] ?? "").matchAll(/"(\w+)"/gu)].map(([, name]) => name);
  const asked = new Set(SCREEN.flatMap(filesUnder).flatMap((file) => askedIn(read(file))));
  expect(asked.size).toBeGreaterThan(10);
  expect([...asked].filter((name) => !handed.includes(name) && !Object.hasOwn(base, name))).toEqual([]);
});
