import type { Told } from "../build";

/** Words that call for acting or thinking without a reason. */
export const CALL: readonly [Told, ...Told[]] = [
  {
    name: "Call",
    definition: "The words do not give reasons but urge the reader to act, or to stop thinking.",
    use: "It is a call and none of the kinds below fits better.",
    avoid: "A demand that comes with its reasons.",
    example: ["Stand up, Marrowby, and be counted.", "An urge, with nothing to weigh."],
    counter: ["Readers can comment on the plan until Friday.", "Information."],
  },
  {
    name: "Slogan",
    definition: "A short, catchy phrase made to be repeated, which sums up a cause without arguing for it.",
    use: "A motto or rhyme stands for the position.",
    avoid: "A slogan that is only reported as somebody’s, without being used.",
    example: ["Open the bridge, open the town.", "Made to be chanted."],
    counter: ["Some carried signs with the words “Open the bridge”.", "Reported, not used."],
  },
  {
    name: "Conversation killer",
    definition: "A phrase that ends the discussion and discourages thinking on.",
    use: "“That is just how it is”, “enough said”: a full stop where a question was open.",
    avoid: "The end of a discussion that has been had.",
    example: ["Bridges crack. That is life, and there is nothing more to say.", "There was more to say."],
    counter: ["After three hours the council closed the debate and voted.", "The debate took place."],
  },
  {
    name: "Appeal to time",
    definition: "The moment itself is the argument: now or never, too late, high time.",
    use: "Urgency, or its absence, stands in for a reason.",
    avoid: "A deadline that exists.",
    example: ["The hour has come; whoever hesitates now will never cross again.", "Why now is not said."],
    counter: ["The offer ends on 30 June, according to the contract.", "A date that can be checked."],
  },
];
