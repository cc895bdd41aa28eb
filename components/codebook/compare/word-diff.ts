/** A run of words that both texts have, or only the newer (ins) or the older (del) one. */
export type DiffRun = { readonly op: "same" | "ins" | "del"; readonly text: string };

/** Above this many comparisons the middle counts as rewritten as a whole. */
const MOST = 4_000_000;
/** Texts of some length that share less than this part of their words were rewritten; scraps of one in the other help nobody. */
const [LEAST_SHARED, SOME] = [0.4, 6];

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/** What changed between two texts, word by word. Joining "same" with "del" gives the older, with "ins" the newer text. */
export function wordDiff(before: string, after: string): DiffRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const runs: DiffRun[] = [];
  const push = (op: DiffRun["op"], words: readonly string[]): void => {
    const text = words.join("");
    const last = runs.at(-1);
    if (text === "") return;
    if (last?.op === op) runs[runs.length - 1] = { op, text: last.text + text };
    else runs.push({ op, text });
  };
  push("same", a.slice(0, start));
  for (const { op, words } of middle(a.slice(start, a.length - end), b.slice(start, b.length - end))) push(op, words);
  push("same", a.slice(a.length - end));
  return runs;
}

type Step = { op: DiffRun["op"]; words: string[] };

/** Longest common words, the deleted before the inserted ones. */
function middle(a: readonly string[], b: readonly string[]): Step[] {
  const rewritten: Step[] = [{ op: "del", words: [...a] }, { op: "ins", words: [...b] }];
  if (a.length * b.length > MOST) return rewritten;
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const steps: Step[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = (): void => {
    steps.push({ op: "del", words: gone }, { op: "ins", words: come });
    [gone, come] = [[], []];
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [left, right] = [a[i], b[j]];
    // A lone space between two rewritten words belongs to the rewriting.
    const lone = left !== undefined && /^\s+$/u.test(left) && gone.length + come.length > 0 && a[i + 1] !== b[j + 1];
    if (left !== undefined && left === right && !lone) {
      flush();
      steps.push({ op: "same", words: [left] });
      i++;
      j++;
    } else if (left !== undefined && left === right) {
      gone.push(left);
      come.push(left);
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      gone.push(left);
      i++;
    } else if (right !== undefined) {
      come.push(right);
      j++;
    }
  }
  flush();
  const count = (words: readonly string[]): number => words.filter((word) => /\S/u.test(word)).length;
  const [shared, shorter] = [count(steps.filter((step) => step.op === "same").flatMap((step) => step.words)), Math.min(count(a), count(b))];
  if (shorter >= SOME && shared < LEAST_SHARED * shorter) return rewritten;
  return steps.filter((step) => step.words.length > 0);
}
