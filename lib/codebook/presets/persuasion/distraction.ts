import type { Told } from "../build";

/** Ways of leading the reader away from the point. */
export const DISTRACTION: readonly [Told, ...Told[]] = [
  {
    name: "Distraction",
    definition: "The reader is led away from the matter at hand to something that is easier to win with.",
    use: "The subject is changed or bent and none of the kinds below fits better.",
    avoid: "Background that helps to understand the matter.",
    example: ["Before we speak of bearings, let us speak of parking.", "A change of subject."],
    counter: ["To see why the bearings failed, one has to know how the bridge was built.", "Background on the matter."],
  },
  {
    name: "Straw man",
    definition: "An opponent is made to say something weaker or wilder than they did, and that is then knocked down.",
    use: "The text answers a claim that nobody made in that form.",
    avoid: "A fair summary that is then argued against.",
    example: ["The union wants no bridge ever to open again; how does it think we eat?", "The union asked for one more test."],
    counter: ["The union asks for one more test. That would cost the town a week.", "The demand is given as it was made."],
  },
  {
    name: "Red herring",
    definition: "Something beside the point is brought in, and the point is dropped for it.",
    use: "A striking side matter takes over where an answer was due.",
    avoid: "Comparing one’s faults with another’s is whataboutism.",
    example: ["Asked about the cracks, the mayor spoke warmly of the new flower beds.", "If the text follows her there, the cracks are gone from sight."],
    counter: ["The mayor did not answer the question about the cracks.", "The missing answer is named."],
  },
  {
    name: "Whataboutism",
    definition: "A charge is met with a charge against somebody else, so that it need not be answered.",
    use: "“And what about …?” stands where the answer should be.",
    avoid: "A comparison that helps to weigh the charge.",
    example: ["Late reports? And who was it that lost the lock keys in spring?", "The charge is turned away, not answered."],
    counter: ["The report came four days late, as did those of both other towns on the river.", "A comparison that puts the delay in proportion."],
  },
];
