import type { JudgementValue } from "@/lib/annotations/span";
import type { Material, MaterialSet, MaterialSpan, Work } from "@/lib/agreement/material/material";
import type { Random } from "@/lib/kernel/random";

type SpanOf = { at: readonly (readonly [start: number, end: number])[]; target?: number; framing?: string; voice?: string | null; device?: string | null; labelIds?: readonly string[] };
type WorkOf = { by: number; spans?: readonly SpanOf[]; judged?: Readonly<Record<number, JudgementValue>>; answers?: Readonly<Record<string, readonly string[]>>; on?: string };
type ArticleOf = { length: number; workId?: string; words?: number; works: readonly WorkOf[] };

const uuid = (kind: number, n: number): string => `00000000-0000-7000-800${kind}-${String(n).padStart(12, "0")}`;
export const annotatorId = (n: number): string => uuid(1, n);
export const targetId = (n: number): string => uuid(2, n);
export const articleId = (n: number): string => uuid(3, n);

let spans = 0;
const spanOf = ({ at, target = 0, framing = "critical", voice = "own", device = "words", labelIds = [] }: SpanOf): MaterialSpan => ({ id: uuid(4, ++spans), target, framing, voice, device, labelIds, parts: Int32Array.from(at.flat()) });
const workOf = ({ by, spans: marks = [], judged = {}, answers = {}, on = "2026-03-02T10:00:00.000Z" }: WorkOf): Work => ({
  annotator: by, submittedAt: on, spans: marks.map(spanOf), judgements: new Map(Object.entries(judged).map(([target, value]) => [Number(target), value])), answers: new Map(Object.entries(answers)),
});

/** A material by hand: annotators and targets by number, marks as pairs of places in the body. */
export function makeMaterial(annotators: number, targets: number, articles: readonly ArticleOf[], sets: readonly MaterialSet[] = []): Material {
  return {
    annotators: Array.from({ length: annotators }, (_, i) => ({ id: annotatorId(i), name: `Annotator ${i}` })), targets: Array.from({ length: targets }, (_, i) => ({ id: targetId(i), name: `Target ${i}` })), sets,
    articles: articles.map(({ length, workId, words = length / 5, works }, i) => ({ id: articleId(i), title: `Article ${i}`, workId: workId ?? uuid(5, i), length, words, ranges: Int32Array.of(0, length), works: works.map(workOf) })),
    articlesRead: articles.length, annotatorsRead: annotators, phases: ["main"], leftOut: [],
  };
}

/** A study at random: annotators who read some of the articles, nested and touching marks, marks of two parts, and copies of works. */
export function randomMaterial(random: Random, articles: number): Material {
  const [annotators, targets, values] = [4, 3, [-2, -1, 0, 1, 2, "unclear", "not_addressed"] as const];
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  return makeMaterial(annotators, targets, Array.from({ length: articles }, (_, n): ArticleOf => {
    const length = 40 + random.below(60);
    const readers = Array.from({ length: annotators }, (_, i) => i).filter(() => random.below(4) > 0);
    const works = (readers.length < 2 ? [0, 1] : readers).map((by): WorkOf => ({
      by,
      on: `2026-03-${String(2 + random.below(20)).padStart(2, "0")}T10:00:00.000Z`,
      spans: Array.from({ length: random.below(6) }, (): SpanOf => {
        const start = random.below(length - 12);
        const end = start + 1 + random.below(10);
        const at: [number, number][] = random.below(5) === 0 && end + 2 < length ? [[start, end], [end + 1, end + 2]] : [[start, end]];
        return { at, target: random.below(targets), framing: pick(["critical", "neutral", "advocacy"]), voice: pick(["own", "quoted", null]) };
      }),
      judged: Object.fromEntries(Array.from({ length: targets }, (_, target) => [target, pick(values)])),
    }));
    return { length, works, ...(n % 5 === 4 ? { workId: uuid(5, n - 1) } : {}) };
  }));
}
