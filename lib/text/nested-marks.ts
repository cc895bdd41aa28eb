import { isGershayim } from "./closers";

const PAIRS: Readonly<Record<string, string>> = { "“": "”", "«": "»", "‹": "›", "「": "」", "『": "』" };
const CLOSES = new Set(Object.values(PAIRS));
const BEFORE_OPEN = /^$|[\s\p{Ps}\p{Pi}\p{Pd}]/u;

/**
 * For every opening mark that is answered by a closing one with the same marks balanced in between, where that one
 * stands (UTF-16): so that in "he said "no" twice" the outer marks belong together. Marks left over are not in it.
 */
export function balancedMarks(text: string): ReadonlyMap<number, number> {
  const closes = new Map<number, number>();
  const open = new Map<string, number[]>();
  const stack = (mark: string): number[] => {
    const known = open.get(mark);
    if (known !== undefined) return known;
    const made: number[] = [];
    open.set(mark, made);
    return made;
  };
  // In a text with low marks, “ closes.
  const low = text.includes("„");
  for (let i = 0; i < text.length; i++) {
    const mark = text.charAt(i);
    const close = PAIRS[mark];
    if (mark === '"' && !isGershayim(text, i)) {
      if (BEFORE_OPEN.test(text.charAt(i - 1)) && /\S/.test(text.charAt(i + 1))) stack(mark).push(i);
      else pop(closes, stack(mark), i);
    } else if (close !== undefined && !(mark === "“" && low)) stack(close).push(i);
    else if (CLOSES.has(mark)) pop(closes, stack(mark), i);
  }
  return closes;
}

function pop(closes: Map<number, number>, stack: number[], at: number): void {
  const open = stack.pop();
  if (open !== undefined) closes.set(open, at);
}
