import type { CodebookContent, Example } from "./content";

/** Every example of a codebook with its place. */
export function examplesOf(content: CodebookContent): { example: Example; path: string }[] {
  const texts = [...content.framing.map((text, f) => ({ text, path: `/framing/${f}` })), ...content.sets.flatMap((set, s) => set.labels.map((text, l) => ({ text, path: `/sets/${s}/labels/${l}` })))];
  const listed = texts.flatMap(({ text, path }) => (["examples", "counterExamples"] as const).flatMap((list) => text[list].map((example, e) => ({ example, path: `${path}/${list}/${e}` }))));
  const ruled = content.rules.flatMap((rule, r) => (["example", "counterExample"] as const).flatMap((one) => (rule[one] === null ? [] : [{ example: rule[one], path: `/rules/${r}/${one}` }])));
  return [...listed, ...ruled];
}
