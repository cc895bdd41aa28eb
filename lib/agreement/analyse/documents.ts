import { randomFrom } from "@/lib/kernel/random";
import { undefinedFor } from "@/lib/kernel/quantity";
import type { Choice } from "../choice";
import type { Material } from "../material/material";
import type { Interval } from "../report";
import { bootstrap } from "../resample/bootstrap";
import { jackknife } from "../resample/jackknife";
import { COEFFICIENT_LIMITS, type Limits, type Pieces, type Statistic } from "../resample/pieces";

/** Which document each article belongs to: copies of one work are one. */
export type Documents = { readonly of: Int32Array; readonly count: number };

/** The documents of a material, numbered by their first article. */
export function documentsOf({ articles }: Pick<Material, "articles">): Documents {
  const numbers = new Map<string, number>();
  const of = new Int32Array(articles.length);
  articles.forEach(({ workId }, i) => {
    let number = numbers.get(workId);
    if (number === undefined) numbers.set(workId, (number = numbers.size));
    of[i] = number;
  });
  return { of, count: numbers.size };
}

/** More multiplications than these are no answer to somebody who waits. */
const MOST = 4e9;
const REPLICATES = 2000;

/** The interval that the choice asks for, over documents. */
export function intervalOf(choice: Pick<Choice, "interval" | "seed">, pieces: Pieces, statistic: Statistic, limits: Limits = COEFFICIENT_LIMITS): Interval {
  if (choice.interval === "jackknife") return jackknife(pieces, statistic, limits);
  if (pieces.values.length * REPLICATES > MOST) return undefinedFor("not_computed");
  return bootstrap(pieces, statistic, randomFrom(BigInt(choice.seed)), REPLICATES).interval;
}
