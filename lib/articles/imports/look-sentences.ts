import type { Look } from "../extract/understood";

/** What a look means for an article that was added without one: the API's sentence for its row and its report. */
const SENTENCES: Record<Look, string> = {
  date_two_ways: "The date can be read in two ways, so it stays unknown.",
  no_title: "There is no headline, so the first words stand for one.",
  little_text: "There is little text: this may be a notice, not an article.",
  extractors_differ: "It is not clear which part of the page is the article.",
  outlet_two_ways: "Two outlets are named, so the outlet stays unknown.",
  language_unclear: "The language is not clear.",
  odd_characters: "The text has characters that print nothing, turn its direction, or stand where one was lost.",
  read_plainly: "The page is broken, so its words were taken line by line.",
};

/** The sentences for what should be looked at in an article; null where there is nothing. */
export const lookSentences = (looks: readonly Look[]): string | null => (looks.length === 0 ? null : looks.map((look) => SENTENCES[look]).join(" "));
