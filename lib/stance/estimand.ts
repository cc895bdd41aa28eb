import type { StanceChoice } from "./choice";

const VOICES = { own: "in its own words", quoted: "in the words of those whom it quotes", all: "in all its words, quoted and embedded ones included" } as const;
const DEVICES = { any: "by words and facts", words: "by words alone", facts: "by facts alone" } as const;
const AIMS = { direct: "", indirect: ", through allies or opponents alone", any: ", directly or through allies and opponents" } as const;
const SOURCES = { any: "", hidden: ", coded with the source hidden", shown: ", coded with the source shown" } as const;

/** What a figure of a choice estimates, in one English sentence. Names come from the caller. */
export function estimandOf(choice: StanceChoice, names: { readonly whose: string; readonly target: string; readonly articleSet: string | null }): string {
  const what = choice.measured === "judgements" ? "the mean judgement of whole articles, from −2 to +2," : "the mean of work scores, from −1 (all critical) to +1 (all advocacy),";
  const how = choice.measured === "judgements" ? "" : ` ${VOICES[choice.voice]}, ${DEVICES[choice.device]}${AIMS[choice.directness]}`;
  const whom = choice.children ? `${names.target} and the targets below it` : names.target;
  const by = choice.by === "outlet" ? "first published by" : "put up by";
  const days = choice.from === null && choice.to === null ? "" : `, published ${choice.from === null ? "" : `from ${choice.from}`}${choice.to === null ? " on" : `${choice.from === null ? "" : " "}until ${choice.to}`}`;
  const data = choice.data === "adjudicated" && choice.source === "any" ? "settled records where there are any" : "annotators as they submitted";
  const more = `${choice.genre === null ? "" : `, ${choice.genre} alone`}${days}${choice.articleSetId === null ? "" : `, in the set “${names.articleSet ?? ""}”`}${SOURCES[choice.source]}${choice.codebookVersion === null ? "" : `, codebook version ${choice.codebookVersion}`}`;
  return `Of works ${by} ${names.whose} that address ${names.target}: ${what} of how they frame ${whom}${how}; ${data}${more}.`;
}
