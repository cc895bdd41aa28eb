import { own, quoted } from "../mark";
import type { SampleSubmission } from "../types";

/** Marks on the Ledger's column by all three readers: the genre turns the paper's stance toward the port around. */
export const OPINION: readonly SampleSubmission[] = [
  {
    article: "ledger-opinion",
    annotator: "avocet",
    judgements: { mayor: "unclear", council: -2, northlode: -2, union: 1 },
    marks: [
      own("the dearest thing on this river", "northlode", "critical", "words"),
      own("I have seldom felt so thoroughly bought", "northlode", "critical", "words", { confidence: 3 }),
      own("It was quick. It was kind.", "northlode", "advocacy", "words", { note: "Praise as a run-up; still praise." }),
      own("It is buying a hearing", "northlode", "critical", "words", { confidence: 3 }),
      own("could not organise a bucket chain in a flood", "council", "critical", "words", { confidence: 3 }),
      quoted("called a coward all week", "mayor", "critical", "reported", "words"),
      own("the one brave thing that she has done in office", "mayor", "advocacy", "words"),
      own("A mayor who reads them and files them is dangerous", "mayor", "critical", "words"),
      quoted("I acted when the facts required it", "mayor", "advocacy", "direct", "words"),
      own("it was right, it was early, and it was ignored", "union", "advocacy", "words", { confidence: 3 }),
      quoted("the port has earned its applause", "northlode", "advocacy", "reported", "words"),
    ],
  },
  {
    article: "ledger-opinion",
    annotator: "bittern",
    judgements: { mayor: -1, council: -2, northlode: -2, union: 2 },
    marks: [
      own("so thoroughly bought", "northlode", "critical", "words", { confidence: 3 }),
      own("everybody else is being more than fair", "northlode", "critical", "words"),
      own("eleven months from the end of its lease, and it can count", "northlode", "critical", "facts"),
      own("A company that pays for your crossing is not giving you a present. It is buying a hearing.", "northlode", "critical", "words"),
      own("could not organise a bucket chain in a flood", "council", "critical", "words", { confidence: 3 }),
      own("called the result a partnership", "council", "critical", "words"),
      own("the one brave thing that she has done in office", "mayor", "critical", "words", { note: "One brave thing: the rest was not." }),
      own("is dangerous", "mayor", "critical", "words", { confidence: 3 }),
      own("put their discovery in the passive voice", "inspectors", "critical", "words"),
      own("a bore at a public meeting", "union", "critical", "words"),
      own("it was right, it was early, and it was ignored", "union", "advocacy", "words", { confidence: 3 }),
    ],
  },
  {
    article: "ledger-opinion",
    annotator: "curlew",
    judgements: { mayor: -1, council: -2, northlode: -1, union: 1 },
    marks: [
      own("thoroughly bought", "northlode", "critical", "words", { confidence: 3 }),
      own("Let us be fair to Northlode", "northlode", "neutral", "words", { confidence: 1, note: "Announces a balance that the next lines take back." }),
      own("buying a hearing", "northlode", "critical", "words"),
      own("which could not organise a bucket chain in a flood", "council", "critical", "words", { confidence: 3 }),
      own("handed the town’s only crossing to its largest tenant", "council", "critical", "facts"),
      own("brave", "mayor", "advocacy", "words"),
      own("The facts had been requiring it since the second of April, in twelve-point type", "mayor", "critical", "words"),
      own("who ever asked for a spanner", "union", "advocacy", "words"),
      own("it was right, it was early, and it was ignored", "union", "advocacy", "words", { confidence: 3 }),
    ],
  },
];
