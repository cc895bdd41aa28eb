import type { Rule } from "../../content";
import { rule } from "../build";

/** Whom the words are about, and what they do there. */
export const TARGET_RULES: readonly Rule[] = [
  rule(
    "target-is-whom-the-words-are-about",
    "The target is whom the words are about",
    "Choose the target that the marked words themselves are about, not the one that the article is about.",
    ["While the council argued, [the crew did what had to be done].", "About the crew: advocacy toward the crew’s union."],
    ["While the council argued, [the crew did what had to be done]. marked as critical of the council", "The words say nothing of the council. If its arguing is mocked, that is another mark."],
  ),
  rule(
    "two-targets-are-two-marks",
    "Two targets in the same words are two marks",
    "Where the same words frame two targets, mark them twice, once for each.",
    ["[a cosy deal] between the council and the port company", "Twice: critical of the council, critical of the company."],
    ["[a cosy deal] marked once, for the council alone", "The company is hit by the same words."],
  ),
  rule(
    "through-an-ally-is-indirect",
    "A hit through somebody else is indirect",
    "Where words frame a target only by framing its ally or opponent, mark it as “indirect”. Indirect marks are not in the default figure.",
    ["The mayor’s closest adviser [has never met a form he could not lose].", "About the adviser; toward the mayor it is critical, indirect."],
    ["The mayor [has never met a form she could not lose].", "At the mayor herself: direct."],
  ),
  rule(
    "parts-are-targets-of-their-own",
    "A front, a leader, an army are targets of their own",
    "Choose the part that is meant. It has the whole as its parent, and a figure adds it only when asked.",
    ["Mayor Varrick [hid behind her secretary].", "Target: the mayor, whose parent is the council."],
    ["Mayor Varrick [hid behind her secretary]. marked for the council", "The whole is not meant by words about its head."],
  ),
  rule(
    "use-not-dictionary",
    "Code what the words do here",
    "Judge what the sentence does, not what the word means in a dictionary: past praise, irony and a denial can turn it round.",
    ["What a [triumph of planning]: three ferries and no timetable.", "Praise by the dictionary, scorn in use: critical."],
    ["Once called a [triumph of planning], the scheme was quietly dropped.", "Past praise, told to show the fall. It praises nobody now: not advocacy."],
  ),
  rule(
    "a-reported-denial-is-quoted-advocacy",
    "A reported denial is quoted advocacy",
    "Where the text reports that the target denies something, the denial speaks for the target, in its own mouth.",
    ["The council [denied that it had seen the letters].", "Quoted, reported, advocacy toward the council."],
    ["The council [claims not to have seen the letters, which lay on its table].", "The writer takes the denial apart: own voice, critical."],
  ),
];
