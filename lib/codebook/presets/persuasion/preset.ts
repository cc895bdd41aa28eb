import type { Colour, LabelSet } from "../../content";
import { labelFrom, setFrom, type Told } from "../build";
import { CALL } from "./call";
import { DISTRACTION } from "./distraction";
import { JUSTIFICATION } from "./justification";
import { REPUTATION } from "./reputation";
import { SIMPLIFICATION } from "./simplification";
import { WORDING } from "./wording";

const GROUPS: readonly (readonly [Colour, readonly [Told, ...Told[]]])[] = [
  ["purple", REPUTATION], ["green", JUSTIFICATION], ["sky", DISTRACTION], ["yellow", SIMPLIFICATION], ["orange", CALL], ["grey", WORDING],
];

export const PERSUASION_SOURCE = "The 23 techniques and six groups of SemEval-2023 task 3 (Piskorski, Stefanovitch, Da San Martino and Nakov 2023), defined in our own words.";

/** The persuasion techniques, each below its group. A group can be chosen where it is clear that it is one of its techniques and not which. */
export const persuasionSet = (makeId: () => string): LabelSet =>
  setFrom(
    makeId(),
    "Persuasion technique",
    `${PERSUASION_SOURCE}\nChoose every technique that the marked words use. Choose a group alone where you cannot tell which of its techniques it is.`,
    GROUPS.flatMap(([colour, [group, ...techniques]]) => {
      const top = labelFrom(group, makeId(), colour, 0);
      return [top, ...techniques.map((told, n) => labelFrom(told, makeId(), colour, n + 1, top.id))];
    }),
  );
