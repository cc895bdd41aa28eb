import type { Rule } from "../../content";
import { rule } from "../build";

/** What to mark, and what makes it critical, advocacy or neutral. */
export const MARK_RULES: readonly Rule[] = [
  rule(
    "mark-the-shortest-words",
    "Mark the shortest words that matter",
    "Mark the shortest words which, left out or put plainly, would change how a reader feels toward the target.",
    ["The mayor [dithered for a week] before she shut the bridge.", "Put plainly: “waited a week”. The marked words carry the blame."],
    ["[The mayor dithered for a week before she shut the bridge.]", "Too long: most of the sentence says only what happened."],
  ),
  rule(
    "leave-names-and-quotation-marks-out",
    "Leave the name and the quotation marks out",
    "The target’s name is not part of the mark, nor are quotation marks around the words.",
    ["The council was “[asleep at the wheel]”, the union said.", "The words alone, without the marks around them."],
    ["[The council was “asleep at the wheel”], the union said.", "Name and quotation marks are in it."],
  ),
  rule(
    "mark-the-clause-of-a-choice-of-facts",
    "For a choice of facts, mark the clause",
    "Where not the words but the chosen fact does the work, mark the whole clause that tells it.",
    ["The port company opened its canteen to a doctor, [and had charged none of them].", "The clause with the fact that was picked to praise."],
    ["… and had [charged none] of them.", "Two words of a fact say nothing without the rest."],
  ),
  rule(
    "say-words-or-facts",
    "Say whether it is words or facts",
    "Choose “words” where another wording of the same fact would not lean, and “facts” where the leaning comes from which fact is told, or left beside which.",
    ["The union [grumbled] about the rota.", "Words: “spoke about the rota” would not lean."],
    ["The ferry firm [whose lease runs out in spring] offered free crossings.", "Not words: every word is plain. The lease, told here, casts the doubt. Facts."],
  ),
  rule(
    "told-not-happened",
    "Framing is how it is told",
    "Critical and advocacy are about the telling, not about whether what happened was bad or good for the target.",
    ["The council [finally stirred itself] and sent buses.", "A good deed, told with scorn: critical."],
    ["The council sent buses.", "The same deed, told plainly: no mark."],
  ),
  rule(
    "plain-facts-are-facts",
    "A plain bad or good fact is “facts”",
    "A bad or good fact in plain words is marked as “facts” where it makes a case. It counts only in figures that include facts.",
    ["[The inspectors had warned the council three times], the paper notes below its headline.", "A plain fact, picked to make the case: critical, facts."],
    ["[The council bungled the repairs].", "The wording itself blames: critical, but words."],
  ),
  rule(
    "a-fall-in-fortune-is-not-criticism",
    "A fall in fortune is no criticism",
    "That the target loses a vote, money, people or a fight does not make the telling critical.",
    ["The mayor’s party, [punished at last], lost four seats.", "Only the words that call it deserved are marked."],
    ["The mayor’s party lost four seats.", "A loss, told plainly. Do not mark it."],
  ),
  rule(
    "neutral-weighs",
    "Neutral is marked where the text weighs",
    "Mark neutral only where the text weighs the target and keeps the balance.",
    ["The closure [came late, but it may well have saved lives].", "Something against and something for, side by side."],
    ["The bridge was closed at five on Friday.", "Weighs nothing. Leave it unmarked."],
  ),
  rule(
    "unmarked-is-not-neutral",
    "Unmarked is not neutral",
    "Words without a mark say nothing about the target’s framing. They are not counted as neutral.",
    ["The bridge, built in 1911, carries the coast road.", "Left unmarked: it frames nobody."],
    ["[The bridge, built in 1911, carries the coast road.] marked as neutral", "A neutral mark here would say that the text weighs a target."],
  ),
];
