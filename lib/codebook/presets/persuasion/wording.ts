import type { Told } from "../build";

/** Wording that works on the reader without their noticing. */
export const WORDING: readonly [Told, ...Told[]] = [
  {
    name: "Manipulative wording",
    definition: "Not what is said but how it is worded moves the reader.",
    use: "The wording pushes and none of the kinds below fits better.",
    avoid: "Plain words for strong things.",
    example: ["Well, well: the council has found its pen.", "A tone that mocks without a loaded word."],
    counter: ["The council signed the contract.", "The same, told plainly."],
  },
  {
    name: "Loaded language",
    definition: "Words with a strong charge of feeling, good or bad, where plainer ones would tell the same.",
    use: "The charge comes from the choice of an adjective, verb or image.",
    avoid: "A loaded noun stuck on somebody is name calling. Strong words for what really is strong, such as “killed”.",
    example: ["The council’s shameful crawl toward a decision.", "“Slow way to a decision” would tell the same."],
    counter: ["Two people drowned.", "A terrible thing in plain words."],
  },
  {
    name: "Obfuscation, vagueness or confusion",
    definition: "The words are kept unclear, so that the reader can read into them what they like or cannot check them.",
    use: "Vague phrases, tangled sentences or empty terms stand where something definite was due.",
    avoid: "Hard technical words that have a meaning. Openly said uncertainty.",
    example: ["Certain measures were taken in due course by those responsible.", "Which, when, by whom?"],
    counter: ["The council does not know yet when the bridge will open.", "Uncertainty, said clearly."],
  },
  {
    name: "Exaggeration or minimisation",
    definition: "Something is made larger, worse or better than it is, or smaller than it is.",
    use: "“The greatest ever”, “a mere scratch”, where the text or common sense says otherwise.",
    avoid: "A superlative that is true and can be checked.",
    example: ["A hairline in some old metal closed the whole coast down.", "Two cracked bearings are no hairline, and one bridge is not the coast."],
    counter: ["It is the longest closure since 1953.", "Can be checked."],
  },
  {
    name: "Repetition",
    definition: "The same word, phrase or message comes again and again, so that it sticks.",
    use: "The message is repeated within the text more often than sense needs. Mark the later ones.",
    avoid: "A word that comes back because the matter does.",
    example: ["They knew. In April they knew. In May, too, they knew.", "The second and third add nothing but weight."],
    counter: ["The bridge was checked in April. The bridge was checked again in May.", "Two events."],
  },
];
