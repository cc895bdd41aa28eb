import { own, quoted } from "../mark";
import type { SampleSubmission } from "../types";

/** Marks on the Ledger's news report by all three readers. */
export const LEDGER: readonly SampleSubmission[] = [
  {
    article: "harbour-ledger",
    annotator: "avocet",
    judgements: { mayor: -1, council: -1, northlode: 2, union: 0 },
    marks: [
      own("Northlode steps in", "northlode", "advocacy", "words"),
      own("kept Marrowby moving", "northlode", "advocacy", "words", { confidence: 3 }),
      own("before the town hall had issued so much as a sentence", "council", "critical", "words"),
      own("had charged none of them", "northlode", "advocacy", "facts"),
      quoted("We had boats, we had crews and we had a town in trouble", "northlode", "advocacy", "direct", "words"),
      own("a lesson in how to run something", "northlode", "advocacy", "words", { confidence: 3 }),
      own("The contrast with the council was hard to miss", "council", "critical", "words"),
      own("Northlode’s generosity has a cost", "northlode", "neutral", "words", { confidence: 1, note: "Generosity and its price in one breath." }),
      quoted("They were marvellous", "northlode", "advocacy", "direct", "words", { confidence: 3 }),
      own("to its credit", "union", "advocacy", "words"),
      own("a statement of two lines", "mayor", "critical", "facts"),
    ],
  },
  {
    article: "harbour-ledger",
    annotator: "bittern",
    judgements: { mayor: -1, council: -2, northlode: 2, union: -1 },
    marks: [
      own("kept Marrowby moving", "northlode", "advocacy", "words", { confidence: 3 }),
      own("without whom nobody would have crossed", "northlode", "advocacy", "words", { note: "Caption; a person of the company stands for it." }),
      own("had issued so much as a sentence", "council", "critical", "words"),
      own("It was a lesson in how to run something", "northlode", "advocacy", "words", { confidence: 3 }),
      own("hard to miss", "council", "critical", "words"),
      own("sent drivers to a diversion that does not exist", "council", "critical", "facts"),
      own("generosity", "northlode", "advocacy", "words"),
      quoted("exactly the sort of partnership we want to see", "northlode", "advocacy", "direct", "words"),
      own("would have emptied the quays in June", "union", "critical", "facts"),
      own("how long it expects to rely on somebody else’s boats", "mayor", "critical", "words"),
    ],
  },
  {
    article: "harbour-ledger",
    annotator: "curlew",
    judgements: { mayor: 0, council: -1, northlode: 1, union: 1 },
    marks: [
      own("how a port company kept Marrowby moving", "northlode", "advocacy", "words"),
      own("a lesson in how to run something", "northlode", "advocacy", "words", { confidence: 3 }),
      quoted("The rest was rope", "northlode", "advocacy", "direct", "words", { confidence: 1 }),
      own("The contrast with the council was hard to miss. Its first notice, posted at 05:02, sent drivers to a diversion that does not exist", "council", "critical", "facts"),
      quoted("the question was in poor taste", "northlode", "critical", "reported", "words", { note: "Given without comment, and it does the company no good." }),
      quoted("marvellous", "northlode", "advocacy", "direct", "words"),
      own("to its credit, offered to man the ropes without overtime", "union", "advocacy", "words"),
      quoted("cannot be bought at any price", "northlode", "advocacy", "direct", "words", { confidence: 2 }),
    ],
  },
];
