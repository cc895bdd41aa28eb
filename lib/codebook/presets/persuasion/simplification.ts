import type { Told } from "../build";

/** Matters made simpler than they are. */
export const SIMPLIFICATION: readonly [Told, ...Told[]] = [
  {
    name: "Simplification",
    definition: "A matter with several causes, choices or outcomes is told as if it had one.",
    use: "It is made too simple and none of the kinds below fits better.",
    avoid: "A short account that leaves nothing out that matters.",
    example: ["It is quite simple: pay the crew and the bridge will stand.", "Much else is needed for a bridge to stand."],
    counter: ["In short, two of the eight bearings have to be replaced.", "Short, and complete."],
  },
  {
    name: "Causal oversimplification",
    definition: "One cause, or one culprit, is given for something that has several.",
    use: "“Because of”, “thanks to”, “the fault of” with one cause where the text or common sense knows others.",
    avoid: "A main cause that is named as such, or one that has been shown.",
    example: ["The bridge cracked because one clerk filed a letter.", "Steel, salt and thirty years are left out."],
    counter: ["Salt was the main cause, the report says, and poor drainage made it worse.", "Causes are weighed."],
  },
  {
    name: "False dilemma or no choice",
    definition: "Two ways are shown as the only ones, or one as the only way there is.",
    use: "“Either … or”, “no alternative”, where others exist and are left out.",
    avoid: "A choice between two that really is one, such as a ballot.",
    example: ["Either the town signs the company’s lease or it swims.", "Buses, barges and the old ford are left out."],
    counter: ["The council can vote yes or no on Tuesday.", "There are two possible votes."],
  },
  {
    name: "Consequential oversimplification",
    definition: "A first step is said to lead by itself to extreme results, good or bad, without showing how.",
    use: "A slippery slope: one thing is rejected or praised for a far-off end of a chain.",
    avoid: "Consequences that are argued for step by step.",
    example: ["Grant them one free ferry and by Christmas the company will own the town hall.", "Nothing leads from the ferry to the town hall."],
    counter: ["If the ferry stays free, the company loses 9,000 a day and may ask for a lower rent.", "One step, and why."],
  },
];
