import type { CodebookContent, FramingLabel } from "../content";
import type { Framing } from "../framing";
import { richText } from "../rich-text";
import { textOf, type Told } from "./build";
import { JUDGEMENT_RULES } from "./rules/judgement";
import { MARK_RULES } from "./rules/mark";
import { TARGET_RULES } from "./rules/target";
import { VOICE_RULES } from "./rules/voice";

const label = (id: Framing, told: Told): FramingLabel => ({ id, name: told.name, ...textOf(told) });

const INTRODUCTION = `Mark the words that speak for or against one of the targets, and the words that weigh it and keep the balance. Say which target, which framing, who speaks, and whether the framing lies in the words or in the choice of facts.
The rules below settle what readers really disagreed about. Where none of them helps, write a note; it may become a rule.`;

/** The codebook that a study starts with. Its sentences are made up; no text of an outlet stands in it. */
export const FRAMING_PRESET: CodebookContent = {
  format: 1,
  name: "Framing",
  introduction: richText(INTRODUCTION),
  asks: { voice: true, directness: true, device: true, confidence: true },
  framing: [
    label("advocacy", {
      name: "Advocacy",
      definition: "Words that praise, defend or excuse the target.",
      use: "The telling leans toward the target: praise, excuses, gratitude, a warm picture, facts picked because they speak for it.",
      avoid: "Good news about the target in plain words and in its ordinary place. Words that praise somebody else.",
      example: ["It was a lesson in how to run something.", "Praise of the port company that no fact demands."],
      counter: ["The ferry carried 3,940 people on the first day.", "A plain number. Only where it was picked to make a case is it a choice of facts."],
    }),
    label("neutral", {
      name: "Neutral",
      definition: "Words that weigh the target and keep the balance. Unmarked words are not neutral.",
      use: "The text sets something for the target beside something against it, and leans to neither.",
      avoid: "Plain reporting that weighs nothing: leave it unmarked.",
      example: ["The council acted late, though no engineer had asked it to act sooner.", "Blame and excuse stand beside each other, with equal weight."],
      counter: ["The council meets again on Tuesday.", "Nothing is weighed. Do not mark it."],
    }),
    label("critical", {
      name: "Critical",
      definition: "Words that blame, mock or doubt the target.",
      use: "The telling leans against the target: blame, scorn, suspicion, facts picked because they speak against it.",
      avoid: "Bad news about the target in plain words and in its ordinary place. Words that hit somebody else.",
      example: ["a council which could not organise a bucket chain in a flood", "Scorn that puts no plain fact before the reader."],
      counter: ["The council lost the vote by two to one.", "A defeat, told plainly. A fall in fortune alone is not criticism."],
    }),
  ],
  rules: [...MARK_RULES, ...VOICE_RULES, ...TARGET_RULES, ...JUDGEMENT_RULES],
  sets: [],
};
