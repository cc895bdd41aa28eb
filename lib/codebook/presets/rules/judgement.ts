import type { Rule } from "../../content";
import { rule } from "../build";

/** The judgement of the whole article toward a target. */
export const JUDGEMENT_RULES: readonly Rule[] = [
  rule(
    "judge-what-a-fair-reader-is-left-with",
    "Judge what a fair reader is left with",
    "The judgement is about the whole article, quotations included: the leaning toward the target that it leaves a fair reader with.",
    ["Eight paragraphs of angry passengers, one dry reply by the council.", "The writer hardly says a word, yet the article leaves a reader against the council: −1 or −2."],
    ["Judged as 0 because “only the passengers criticise”.", "Quotations count here. Own voice alone is what the marks are for."],
  ),
  rule(
    "unclear-pulls-both-ways",
    "“Unclear” pulls both ways",
    "“Unclear” means that the target is addressed and the article pulls both ways, or that you cannot tell.",
    ["The first half mocks the mayor’s delay, the second calls her brave for the closure.", "Strong pulls in two directions: unclear."],
    ["A report on the closure that gives the mayor’s reasons and her critics’ without leaning.", "No pull at all: 0."],
  ),
  rule(
    "zero-is-addressed-without-a-lean",
    "0 is addressed without a lean",
    "0 means that the article deals with the target and leans to neither side.",
    ["A page on how the port company runs its ferries, with costs and timetable.", "It is about the company, and leans nowhere: 0."],
    ["A page on grain prices that names the port company once as the owner of a quay.", "Not 0: the company is not addressed."],
  ),
  rule(
    "not-addressed-is-a-mention-in-passing",
    "“Not addressed” is at most a mention in passing",
    "Choose “not addressed” where the article does not deal with the target, or only names it in passing. It is not a 0.",
    ["“The inspectors’ van stood outside,” and nothing more about them.", "A mention in passing: not addressed."],
    ["Three paragraphs on what the inspectors found, without praise or blame.", "They are addressed: 0."],
  ),
];
