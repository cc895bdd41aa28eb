import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, addTarget, makeProject, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const CORPUS = path.resolve(import.meta.dirname, "../../../../shared/corpus");
type Coded = { article: string; text_sha256: string; targets: string[]; judgements: { target: string; value: unknown }[]; spans: HandSpan[] };
type HandSpan = { start: number; end: number; quote: string; target: string; framing: string; voice: string; attribution: string | null; device: string; via: string | null; confidence: number; note: string | null };

const ATTRIBUTION: Record<string, string> = { direct: "direct", partial: "direct", reported: "reported" };

describe.skipIf(!existsSync(CORPUS))("the five captured articles, coded by two readers", () => {
  let project: string, coordinator: TestMember;
  const coders = new Map<string, TestMember>();
  const targets = new Map<string, string>();
  const articles = new Map<string, { articleId: string; revisionId: string }>();
  const files = existsSync(CORPUS) ? readdirSync(path.join(CORPUS, "handcoded")).filter((name) => name.includes("_coder")) : [];
  const coded = files.map((name) => JSON.parse(readFileSync(path.join(CORPUS, "handcoded", name), "utf8")) as Coded);

  beforeAll(async () => {
    await truncateAll();
    project = await makeProject();
    coordinator = await addMember(project, "coordinator");
    for (const name of ["A", "B"]) coders.set(name, await addMember(project, "annotator"));
    for (const name of new Set(coded.flatMap((one) => one.targets))) targets.set(name, await addTarget(project, name, false));
    for (const file of readdirSync(CORPUS).filter((name) => name.endsWith(".txt"))) {
      const made = await call(coordinator, "POST", `/projects/${project}/articles`, { text: readFileSync(path.join(CORPUS, file), "utf8") });
      expect([file, made.status, made.text.slice(0, 200)]).toEqual([file, 201, expect.any(String)]);
      const article = await call(coordinator, "GET", `/projects/${project}/articles/${made.body["id"]}`);
      articles.set(file, { articleId: made.body["id"], revisionId: article.body["revisionId"] ?? article.body["revision"]?.id });
    }
  });

  it("keeps each text to the byte", async () => {
    for (const one of coded) {
      const { revisionId } = articles.get(one.article)!;
      const [stored] = await rows<{ sha: string }>("SELECT encode(sha256, 'hex') AS sha FROM revision WHERE id = $1", [revisionId]);
      expect(stored?.sha).toBe(one.text_sha256);
      expect(stored?.sha).toBe(createHash("sha256").update(readFileSync(path.join(CORPUS, one.article))).digest("hex"));
    }
  });

  it("takes every hand-coded span through the API and verifies every quote", async () => {
    const everyone = { all: true, memberIds: [...coders.values()].map((coder) => coder.memberId) };
    expect((await call(coordinator, "POST", `/projects/${project}/assignments`, everyone)).status).toBeLessThan(300);
    let stored = 0;
    for (const [index, one] of coded.entries()) {
      const coder = coders.get(files[index]!.includes("coderA") ? "A" : "B")!;
      const { articleId, revisionId } = articles.get(one.article)!;
      const [assignment] = await rows<{ id: string }>("SELECT id FROM assignment WHERE article_id = $1 AND member_id = $2", [articleId, coder.memberId]);
      for (const span of one.spans) {
        const made = await call(coder, "POST", `/projects/${project}/assignments/${assignment!.id}/spans`, {
          id: newId(), revisionId, parts: [{ start: span.start, end: span.end, quote: span.quote }], targetId: targets.get(span.target), framing: span.framing,
          voice: span.voice, attribution: span.voice === "quoted" ? (ATTRIBUTION[span.attribution ?? ""] ?? null) : null,
          device: span.device === "lexical" ? "words" : "facts", directness: span.via === "indirect" ? "indirect" : "direct", confidence: span.confidence, note: span.note ?? "",
        });
        expect([span.quote, made.status, made.body["detail"]]).toEqual([span.quote, 201, undefined]);
        stored += 1;
      }
    }
    expect(stored).toBe(coded.reduce((sum, one) => sum + one.spans.length, 0));
    const wrong = await rows("SELECT p.quote FROM span_part p JOIN revision r ON r.id = p.revision_id WHERE substr(r.text, p.start_offset + 1, p.end_offset - p.start_offset) <> p.quote");
    expect(wrong).toEqual([]);
  });
});
