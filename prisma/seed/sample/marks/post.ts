import { own, quoted } from "../mark";
import type { SampleSubmission } from "../types";

/** Marks on the Post's report by all three readers. They part on what the region's cuts do to the council. */
export const POST: readonly SampleSubmission[] = [
  {
    article: "lode-valley-post",
    annotator: "avocet",
    judgements: { mayor: 1, council: -1, northlode: -1, union: 2 },
    marks: [
      quoted("We wrote it down three times", "union", "advocacy", "direct", "words"),
      own("warnings went unheard", "council", "critical", "words"),
      own("models of patience", "union", "advocacy", "words", { confidence: 3 }),
      quoted("You cannot grease a crack", "council", "critical", "direct", "words", { directness: "indirect" }),
      own("a short answer, a long delay, and somebody else’s overtime", "council", "critical", "words", { confidence: 3 }),
      own("even a careful council can do little more than choose what to neglect", "council", "advocacy", "words", { note: "Excuses the council: the region holds the money." }),
      own("the crew have worked for nothing", "union", "advocacy", "facts"),
      own("has not been slow to hang its flag on other people’s ropes", "northlode", "critical", "words", { confidence: 3 }),
      quoted("They were heroes", "union", "advocacy", "direct", "words"),
      quoted("apologised without reservation and stayed until every question had been asked", "mayor", "advocacy", "reported", "facts"),
      quoted("It does not count for three winters", "mayor", "critical", "direct", "words"),
    ],
  },
  {
    article: "lode-valley-post",
    annotator: "bittern",
    judgements: { mayor: "unclear", council: -2, northlode: -1, union: 2 },
    marks: [
      own("bridge crew’s warnings went unheard", "union", "advocacy", "words"),
      own("models of patience", "union", "advocacy", "words", { confidence: 3 }),
      own("the same two words", "council", "critical", "words"),
      quoted("nobody had used the emergency line", "union", "critical", "reported", "facts"),
      quoted("the line was cut off in the savings of 2022", "council", "critical", "reported", "facts"),
      own("a short answer, a long delay, and somebody else’s overtime", "council", "critical", "words", { confidence: 3 }),
      own("choose what to neglect", "council", "critical", "words", { note: "Neglect is still neglect." }),
      own("other people’s ropes", "northlode", "critical", "words"),
      quoted("That counts. It does not count for three winters.", "mayor", "neutral", "direct", "words", { confidence: 2, note: "Weighs the visit against the winters." }),
    ],
  },
  {
    article: "lode-valley-post",
    annotator: "curlew",
    judgements: { mayor: 1, council: -1, northlode: -1, union: 2 },
    marks: [
      own("went unheard", "council", "critical", "words"),
      own("Their forms, which the Post has seen, are models of patience", "union", "advocacy", "words"),
      quoted("weighed against other priorities", "council", "neutral", "direct", "words", { confidence: 1 }),
      own("a short answer, a long delay", "council", "critical", "words", { confidence: 3 }),
      own("it has been cut four times in six years", "council", "advocacy", "facts", { directness: "indirect" }),
      own("carried shopping up the steps at Fish Row", "union", "advocacy", "facts"),
      own("not been slow to hang its flag", "northlode", "critical", "words", { confidence: 3 }),
      own("no member of the crew is named in any of them", "northlode", "critical", "facts"),
      quoted("They were heroes, and the captions should have said so.", "union", "advocacy", "direct", "words"),
      quoted("she apologised without reservation", "mayor", "advocacy", "reported", "words"),
    ],
  },
];
