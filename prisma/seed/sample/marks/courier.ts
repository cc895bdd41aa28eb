import { own, quoted } from "../mark";
import type { SampleSubmission } from "../types";

/** Marks on the Courier's report, which both readers find close to even. */
export const COURIER: readonly SampleSubmission[] = [
  {
    article: "marrowby-courier",
    annotator: "avocet",
    judgements: { mayor: 1, council: "unclear", northlode: 0, union: 0 },
    marks: [
      own("council promises daily reports", "council", "advocacy", "facts", { confidence: 1 }),
      own("confirmed by Mayor Odile Varrick within a quarter of an hour", "mayor", "advocacy", "facts"),
      quoted("I would rather explain a closed bridge than a broken one", "mayor", "advocacy", "direct", "words"),
      own("took questions for forty minutes and accepted the blame", "mayor", "advocacy", "facts", { note: "The order of the sentence puts her courage before the fault." }),
      own("the council’s weakest hour", "council", "critical", "words", { confidence: 3 }),
      own("worked through the night without a break", "council", "advocacy", "words"),
      own("went on carrying lorries this spring is harder to answer", "council", "critical", "facts"),
      quoted("a normal interval for a finding of this grade", "council", "advocacy", "direct", "facts", { directness: "indirect", note: "The inspector speaks of the interval; the council is what she clears." }),
      quoted("a gamble with other people’s children", "council", "critical", "direct", "words", { confidence: 3 }),
      own("Council records show two such reports, each followed by an inspection within the month", "union", "neutral", "facts", { note: "Puts the union’s three beside the record’s two and leaves it there." }),
    ],
  },
  {
    article: "marrowby-courier",
    annotator: "bittern",
    judgements: { mayor: 0, council: -1, northlode: "not_addressed", union: -1 },
    marks: [
      own("That silence was the council’s weakest hour", "council", "critical", "words", { confidence: 2 }),
      own("stayed quiet all night", "council", "critical", "words"),
      own("by contrast, worked through the night without a break", "council", "advocacy", "words"),
      quoted("accepted the blame for one thing", "mayor", "neutral", "reported", "words", { note: "She is speaking here, I think: this is what she said at the briefing." }),
      own("residents were not told until five in the morning", "mayor", "critical", "facts", { confidence: 1 }),
      own("is harder to answer", "council", "critical", "words"),
      quoted("Had we thought it urgent, we would have telephoned", "inspectors", "advocacy", "direct", "words"),
      quoted("“a gamble with other people’s children”", "council", "critical", "direct", "words"),
      own("Council records show two such reports", "union", "critical", "facts", { note: "Says without saying it that the union exaggerates." }),
      own("would say who pays after that", "northlode", "critical", "facts", { confidence: 1 }),
    ],
  },
];
