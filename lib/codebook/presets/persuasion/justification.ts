import type { Told } from "../build";

/** Claims propped up by something other than reasons. */
export const JUSTIFICATION: readonly [Told, ...Told[]] = [
  {
    name: "Justification",
    definition: "A claim is backed by an appeal to what readers respect, love or fear, in place of reasons for it.",
    use: "Something is appealed to and none of the kinds below fits better.",
    avoid: "Reasons and evidence that bear on the claim.",
    example: ["Anyone raised on this coast knows why the ferry must stay.", "Belonging stands in for a reason."],
    counter: ["The ferry should stay because the bridge cannot carry buses before June.", "A reason."],
  },
  {
    name: "Flag waving",
    definition: "Pride in a nation, town or group is used to win the reader for something.",
    use: "Being one of us is the argument: a true Marrowby man would agree.",
    avoid: "Patriotism as a subject, or a plain mention of a symbol.",
    example: ["Marrowby folk do not wait for strangers to mend their bridge.", "Local pride takes the place of a plan."],
    counter: ["The town flag was hung from the north tower.", "A fact about a flag."],
  },
  {
    name: "Appeal to authority",
    definition: "A claim is taken as true because somebody important says so, with no further ground.",
    use: "Name or rank is all the support, or the expert speaks outside their field.",
    avoid: "Citing somebody who knows the matter, for what they found out.",
    example: ["The bishop himself crossed by ferry, so it must be safe.", "A bishop is no judge of ferries."],
    counter: ["The chief inspector measured the bearings and found two of them cracked.", "She reports what she found."],
  },
  {
    name: "Appeal to popularity",
    definition: "Something is right because many, or all, think or do it.",
    use: "The crowd is the argument: “everybody knows”, “the whole town agrees”.",
    avoid: "A survey or vote that is reported as such.",
    example: ["The whole quay is behind the company; only cranks still ask about the lease.", "Agreement stands in for reasons."],
    counter: ["In the town’s survey 58 of 100 favoured the ferry.", "A result, reported."],
  },
  {
    name: "Appeal to values",
    definition: "Something is tied to a value that readers hold dear, such as freedom, fairness or tradition, as if that settled it.",
    use: "A great word is laid over a matter without showing that it fits.",
    avoid: "A debate about the value itself, or a shown conflict with it.",
    example: ["This is about decency, and decency demands a toll-free bridge.", "Why decency demands it is not said."],
    counter: ["The toll would take a tenth of a cleaner’s wage, which the council’s own rules call unfair.", "It is shown how the value is touched."],
  },
  {
    name: "Appeal to fear or prejudice",
    definition: "Fear or an existing dislike is stirred up, so that the reader accepts or rejects something.",
    use: "A threatening picture or a prejudice carries the argument.",
    avoid: "A danger that is described soberly, with its likelihood or evidence.",
    example: ["Let them run the ferry and your child’s school bus is next into the river.", "A terror, with nothing to show for it."],
    counter: ["The inspectors put the risk of a second crack at one in forty this year.", "A danger, soberly put."],
  },
];
