import type { Snaps } from "@/lib/articles/reading";
import { decodeRanges, decodeTokens } from "@/lib/text/token-code";
import type { Token } from "@/lib/text/tokens";
import type { TextRange } from "@/lib/text/units";

/** The words and sentences that the server found, block by block; read when they are first asked for. */
export class SnapTable {
  #tokens: readonly Token[] | undefined;
  #sentences: readonly TextRange[] | undefined;

  constructor(private readonly snaps: Snaps) {}

  /** The tokens inside a range, which cuts none. */
  tokens(range: TextRange): readonly Token[] {
    this.#tokens ??= decodeTokens(this.snaps.tokens);
    return within(this.#tokens, range);
  }

  /** The sentences inside a range, which cuts none. */
  sentences(range: TextRange): readonly TextRange[] {
    this.#sentences ??= decodeRanges(this.snaps.sentences);
    return within(this.#sentences, range);
  }
}

function within<T extends TextRange>(ranges: readonly T[], { start, end }: TextRange): readonly T[] {
  return ranges.slice(firstFrom(ranges, start), firstFrom(ranges, end));
}

function firstFrom(ranges: readonly TextRange[], position: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.start ?? Infinity) >= position) high = middle;
    else low = middle + 1;
  }
  return low;
}
