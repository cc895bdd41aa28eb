import { addExact } from "@/lib/agreement/spans/exact-f1";
import { f1, MATCHES, meanF1 } from "@/lib/agreement/spans/f1";
import { marksOf, type Mark } from "@/lib/agreement/spans/marks";
import { addOverlap } from "@/lib/agreement/spans/overlap-f1";
import type { Figure } from "@/lib/agreement/report";

/** What the annotators of a settled article marked at first and at last, and what stands in its record; a label is a target with a framing. */
export type SettledArticle = { readonly annotators: readonly { readonly memberId: string; readonly first: readonly Mark[]; readonly latest: readonly Mark[] }[]; readonly settled: readonly Mark[] };

/** F1 of marks of the same target and framing: of exactly the same words, and of overlapping ones. */
export type BothF1 = { readonly exact: Figure; readonly overlap: Figure };

/** Agreement before and after: of annotators with each other (mean over pairs), and of each with the record by their first submission. */
export type BeforeAfter = { readonly articles: number; readonly first: BothF1; readonly latest: BothF1; readonly annotators: readonly ({ readonly memberId: string; readonly articles: number } & BothF1)[] };

type Sums = { readonly exact: Float64Array; readonly overlap: Float64Array };
const newSums = (n: number): Sums => ({ exact: new Float64Array(n * MATCHES), overlap: new Float64Array(n * MATCHES) });
const add = (sums: Sums, at: number, a: readonly Mark[], b: readonly Mark[]): void => {
  const [one, other] = [marksOf(a), marksOf(b)];
  addExact(sums.exact, at * MATCHES, one, other);
  addOverlap(sums.overlap, at * MATCHES, one, other);
};

/** Agreement over settled articles: sums over articles per pair, then F1; pairs that share no article, or marked nothing, are in no mean. */
export function beforeAfter(articles: readonly SettledArticle[]): BeforeAfter {
  const members = [...new Set(articles.flatMap((one) => one.annotators.map(({ memberId }) => memberId)))].sort();
  const place = new Map(members.map((id, i) => [id, i]));
  const pairs = new Map<number, number>();
  for (const { annotators } of articles) for (const a of annotators) for (const b of annotators) if (a.memberId < b.memberId) pairs.set(key(place, a, b), 0);
  [...pairs.keys()].forEach((pair, i) => pairs.set(pair, i));
  const [first, latest, own] = [newSums(pairs.size), newSums(pairs.size), newSums(members.length)];
  for (const { annotators, settled } of articles) {
    for (const a of annotators) {
      add(own, place.get(a.memberId)!, a.first, settled);
      for (const b of annotators) {
        if (a.memberId >= b.memberId) continue;
        const at = pairs.get(key(place, a, b))!;
        add(first, at, a.first, b.first);
        add(latest, at, a.latest, b.latest);
      }
    }
  }
  const mean = ({ exact, overlap }: Sums): BothF1 => ({ exact: meanF1(exact), overlap: meanF1(overlap) });
  return {
    articles: articles.length,
    first: mean(first),
    latest: mean(latest),
    annotators: members.map((memberId, i) => ({ memberId, articles: articles.filter(({ annotators }) => annotators.some((one) => one.memberId === memberId)).length, exact: f1(own.exact, i * MATCHES), overlap: f1(own.overlap, i * MATCHES) })),
  };
}

const key = (place: ReadonlyMap<string, number>, a: { memberId: string }, b: { memberId: string }): number => place.get(a.memberId)! * place.size + place.get(b.memberId)!;
