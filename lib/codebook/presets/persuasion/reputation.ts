import type { Told } from "../build";

/** Attacks on who somebody is, in place of what they say. */
export const REPUTATION: readonly [Told, ...Told[]] = [
  {
    name: "Attack on reputation",
    definition: "The words go against a person or group, not against what they say or do, so that the reader stops listening to them.",
    use: "It is an attack on somebody’s standing and none of the kinds below fits better.",
    avoid: "Reasons against a claim or an act, however sharp.",
    example: ["Coming from her, that says it all.", "The speaker is dismissed, the claim is not looked at."],
    counter: ["Her figures leave out the night ferries.", "It answers what she said."],
  },
  {
    name: "Name calling or labelling",
    definition: "Somebody is given a loaded name, good or bad, that carries the judgement with it.",
    use: "A noun or short phrase sticks a judgement on a person, group or thing: “the ferry barons”, “our saviours”.",
    avoid: "Names that people give themselves, offices and plain descriptions. Loaded verbs and adjectives on their own are loaded language.",
    example: ["the bridge-wreckers of the town hall", "A name made to condemn."],
    counter: ["the members of the bridge committee", "What they are."],
  },
  {
    name: "Guilt by association",
    definition: "Somebody is put in a bad light by being linked with people or things that readers already dislike.",
    use: "The link is the whole argument: the same company, the same idea, the same friends.",
    avoid: "A link that is itself the news and is shown, such as a payment.",
    example: ["The same free rides were once handed out by the swindlers of the Salt Bank.", "Nothing about these rides is said; the bad company does the work."],
    counter: ["The port company paid for the mayor’s trip, receipts show.", "The link is the fact that is reported."],
  },
  {
    name: "Casting doubt",
    definition: "Somebody’s honesty, skill or reliability is put in question, without a reason that could be checked.",
    use: "Questions, hints or “so-called” that leave the reader unsure of a person or institution.",
    avoid: "Doubt that comes with its reason.",
    example: ["Can an office that loses its own keys be trusted with a bridge?", "A hint in place of a reason."],
    counter: ["Two of the three readings were taken with a broken gauge, so the report is uncertain.", "Doubt with a reason."],
  },
  {
    name: "Appeal to hypocrisy",
    definition: "Somebody’s claim is rejected because their own acts do not fit it.",
    use: "“You of all people”: the contradiction is used in place of an answer.",
    avoid: "Showing a broken promise where keeping promises is the subject.",
    example: ["The mayor preaches patience in the queue, and crosses by private launch.", "Whether the queue should wait is not discussed."],
    counter: ["The mayor promised daily reports; two have appeared in a week.", "The promise itself is the subject."],
  },
  {
    name: "Questioning the reputation",
    definition: "Somebody’s character, past or motives are blackened, so that anything they say is worth less.",
    use: "A smear: old affairs, hidden motives or moral failings are brought up against the person.",
    avoid: "A record that bears on the matter, such as earlier accidents of the same firm.",
    example: ["Oxley, who once left a choir in debt, now lectures us on safety.", "The choir has nothing to do with safety."],
    counter: ["The contractor was fined for the same fault at the lock in Lode.", "The record bears on the matter."],
  },
];
