import type { CodebookContent, Example } from "./content";
import { diffLabels } from "./diff-labels";
import { change, changed, diffText, type Change } from "./diff-parts";
import { diffSet } from "./diff-sets";
import { exampleWords, yesNo } from "./diff-words";
import { plainText } from "./rich-text";
import { same } from "./same";

const ASKS = { voice: "Voice", directness: "Directness", device: "Device (words or facts)", confidence: "Confidence" } as const;

/**
 * All that differs between two contents of a codebook, in the order of the newer one: the codebook itself, framing,
 * rules, sets, labels. Every difference in what is stored appears; `before` and `after` are plain words.
 */
export function diffContents(before: CodebookContent, after: CodebookContent): Change[] {
  return [...diffTop(before, after), ...diffFraming(before, after), ...diffRules(before, after), ...diffSets(before, after)];
}

function diffTop(before: CodebookContent, after: CodebookContent): Change[] {
  const thing = { of: "codebook", name: after.name } as const;
  const asks = (Object.keys(ASKS) as (keyof typeof ASKS)[]).map((ask) =>
    changed({ ...thing, labelId: "asks", kind: "asked", field: ASKS[ask], before: yesNo(before.asks[ask]), after: yesNo(after.asks[ask]) }),
  );
  return [
    changed({ ...thing, labelId: "name", kind: "renamed", field: "name", before: before.name, after: after.name }),
    diffText({ ...thing, labelId: "introduction", field: "introduction" }, before.introduction, after.introduction),
    ...asks,
  ].flat();
}

const diffFraming = (before: CodebookContent, after: CodebookContent): Change[] => diffLabels("framing", null, before.framing, after.framing);

function diffRules(before: CodebookContent, after: CodebookContent): Change[] {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const kept = new Set(after.rules.map((rule) => rule.id));
  const words = (rule: CodebookContent["rules"][number]): string => [rule.title, plainText(rule.text)].filter(Boolean).join("\n");
  const shared = (from: CodebookContent, other: ReadonlySet<string>): string => from.rules.filter((rule) => other.has(rule.id)).map((rule) => rule.id).join();
  const changes = after.rules.flatMap((rule): Change[] => {
    const was = old.get(rule.id);
    const thing = { of: "rule", labelId: `rule:${rule.id}`, name: rule.title } as const;
    if (!was) return changed({ ...thing, kind: "added", field: "", before: "", after: words(rule) });
    const example = (field: string, old: Example | null, fresh: Example | null): Change[] =>
      same(old, fresh) ? [] : [change({ ...thing, kind: "reworded", field, before: exampleWords(old), after: exampleWords(fresh) })];
    return [
      changed({ ...thing, kind: "renamed", field: "title", before: was.title, after: rule.title }),
      diffText({ ...thing, field: "text" }, was.text, rule.text),
      example("example", was.example, rule.example),
      example("counter-example", was.counterExample, rule.counterExample),
    ].flat();
  });
  const removed = before.rules.filter((rule) => !kept.has(rule.id)).flatMap((rule) => changed({ of: "rule", labelId: `rule:${rule.id}`, name: rule.title, kind: "removed", field: "", before: words(rule), after: "" }));
  const order = changed({ of: "codebook", labelId: "rules", name: after.name, kind: "reordered", field: "order of the rules", before: shared(before, kept), after: shared(after, new Set(old.keys())) });
  return [...changes, ...removed, ...order.map((one) => ({ ...one, before: "", after: "" }))];
}

function diffSets(before: CodebookContent, after: CodebookContent): Change[] {
  const old = new Map(before.sets.map((set) => [set.id, set]));
  const kept = new Set(after.sets.map((set) => set.id));
  const shared = (from: CodebookContent, other: ReadonlySet<string>): string => from.sets.filter((set) => other.has(set.id)).map((set) => set.id).join();
  const order = changed({ of: "codebook", labelId: "sets", name: after.name, kind: "reordered", field: "order of the sets", before: shared(before, kept), after: shared(after, new Set(old.keys())) });
  return [
    ...after.sets.flatMap((set) => diffSet(old.get(set.id) ?? null, set, before, after)),
    ...before.sets.filter((set) => !kept.has(set.id)).flatMap((set) => diffSet(set, null, before, after)),
    ...order.map((one) => ({ ...one, before: "", after: "" })),
  ];
}
