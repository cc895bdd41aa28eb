import type { StanceChoice } from "@/lib/stance/choice";
import type { Say } from "./say";

/** What of a choice is not usual, each as a few words; empty for the usual one. Targets are said elsewhere. */
export function choiceParts(choice: StanceChoice, { t, day, words }: Say): string[] {
  return [
    choice.by === "publisher" && t("choices.by"),
    choice.measured === "judgements" && t("choices.measured"),
    choice.voice !== "own" && t(`choices.voice.${choice.voice}`),
    choice.data === "raw" && t("choices.data"),
    choice.genre !== null && t("choices.genre", { genre: words.genre(choice.genre) }),
    choice.from !== null && t("choices.from", { day: day(choice.from) }),
    choice.to !== null && t("choices.to", { day: day(choice.to) }),
    choice.device !== "any" && t(`choices.device.${choice.device}`),
    choice.directness !== "direct" && t(`choices.directness.${choice.directness}`),
    choice.source !== "any" && t(`choices.source.${choice.source}`),
    choice.codebookVersion !== null && t("choices.codebook", { number: String(choice.codebookVersion) }),
    choice.articleSetId !== null && t("choices.set"),
    choice.children && t("choices.children"),
    choice.adjust === "severity" && t("choices.adjust"),
  ].filter((part) => part !== false);
}
