import type { LabelSet, Rule } from "../content";
import { labelFrom, rule, setFrom, type Told } from "./build";

export const BASIL_SOURCE = "After BASIL (Fan and others 2019, “In plain sight: media bias through the lens of factual reporting”), in our own words. Its lexical and informational bias are the device, words or facts; its polarity is the framing; its direct and indirect aim is the directness; a quotation is the voice.";

/** What a coder has to know to code as BASIL does. */
export const BASIL_RULES: readonly Rule[] = [
  rule("basil-lexical", "Lexical bias is in the words", "Choose “words” where the wording alone leans, and another wording of the same content would not. Mark as few words as carry it.", ["The union [whined] about the rota.", "“Complained” has the same content."], ["The union complained [on the day of the mayor’s wedding].", "The words are plain; it is the fact that was picked: facts."]),
  rule("basil-informational", "Informational bias is in what is told", "Choose “facts” where something is told that is not needed for the event, and that makes the reader think better or worse of the target. Mark the whole clause.", ["The mayor, [who was once sacked by the port company], ordered the closure.", "Not needed for the news, and it suggests a motive."], ["The mayor ordered the closure at five.", "The event itself."]),
  rule("basil-background-beside-news", "Ask what the event needs", "Compare with what a plain report of this event would have to tell. What goes beyond it and leans is informational bias; what goes beyond it and does not lean is background.", ["The closure, [the third fiasco of the mayor’s term], began at five.", "Beyond the event, and leaning."], ["The bridge was built in 1911.", "Background that leans nowhere: no mark."]),
  rule("basil-indirect", "Indirect bias reaches the target through another", "Choose “indirect” where the words are about an ally or opponent, and what they do to that one falls on the target. Say through whom.", ["The adviser who wrote the mayor’s plan [had built a dam that leaked].", "About the adviser; it falls on the mayor: critical, indirect, through an ally."], ["The mayor’s plan [leaks like a dam].", "About her own plan: direct."]),
  rule("basil-quotation-can-be-bias", "A quotation can carry bias", "A quoted sentence is marked too, with its voice: the outlet chose to print it, and figures keep it apart from own voice.", ["“[They sold us for a cup of tea],” a passenger said.", "Marked, with the voice quoted."], ["“[They sold us for a cup of tea],” a passenger said. marked as own", "The outlet does not say it."]),
];

const THROUGH: readonly Told[] = [
  {
    name: "Through an ally",
    definition: "The words frame somebody on the target’s side, and what they say of that one falls on the target too.",
    use: "The span is indirect, and the one it is about belongs to or supports the target.",
    avoid: "A part of the target that is a target of its own: choose that one.",
    example: ["The adviser who wrote the mayor’s plan [had built a dam that leaked].", "Her man; it falls on her."],
    counter: ["The mayor’s rival [has won every vote so far].", "Her opponent."],
  },
  {
    name: "Through an opponent",
    definition: "The words frame somebody against the target, and the target looks better or worse for it.",
    use: "The span is indirect, and the one it is about opposes the target. Praise of an opponent is critical toward the target.",
    avoid: "A comparison that names the target’s own doings: that is direct.",
    example: ["The port company [had boats running within the hour].", "Praise of the one whom the town hall is measured against: critical toward the council."],
    counter: ["The council [needed a day longer than the port company].", "About the council itself: direct."],
  },
  {
    name: "Through the situation",
    definition: "The words frame a state of things for which the reader will hold the target to account.",
    use: "The span is indirect, and no ally or opponent is named in it.",
    avoid: "Words that name the target as the cause: that is direct.",
    example: ["[Nobody in Marrowby had heard a word by noon].", "Nobody is named; the silence falls on the town hall."],
    counter: ["[The council said not a word until noon].", "The council is named: direct."],
  },
];

/** Through whom an indirect span reaches its target; what else BASIL asks is built in. */
export const basilSet = (makeId: () => string): LabelSet =>
  setFrom(makeId(), "Indirect through", `${BASIL_SOURCE}\nOnly for indirect spans: through whom do the words reach the target?`, THROUGH.map((told, n) => labelFrom(told, makeId(), "purple", n)), { choice: "single" });
