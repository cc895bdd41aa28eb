import { own, quoted } from "../mark";
import type { SampleSubmission } from "../types";

/** Marks on the agency report and on its copy, whose headline and caption are the publisher's own. */
export const AGENCY: readonly SampleSubmission[] = [
  {
    article: "coastwire",
    annotator: "avocet",
    judgements: { mayor: 0, council: 0, northlode: 0, union: 0 },
    marks: [],
  },
  {
    article: "coastwire",
    annotator: "curlew",
    judgements: { mayor: -1, council: "unclear", northlode: 1, union: 1 },
    marks: [
      quoted("the closure was a precaution", "mayor", "advocacy", "reported", "words"),
      own("declined to say when she first saw a letter", "mayor", "critical", "facts", { confidence: 1 }),
      quoted("accused the town hall of inaction", "council", "critical", "reported", "words"),
      quoted("chose the quiet life", "mayor", "critical", "direct", "words", { confidence: 3 }),
      own("The council rejected the charge", "council", "neutral", "facts", { note: "Charge and answer get the same room." }),
      quoted("in line with the rules", "council", "advocacy", "reported", "words"),
      quoted("had acted on their own initiative", "northlode", "advocacy", "reported", "facts"),
      quoted("You do not ask whose river it is when people need to cross", "northlode", "advocacy", "direct", "words"),
      quoted("had been told to wait", "council", "critical", "reported", "facts", { directness: "indirect" }),
    ],
  },
  {
    article: "quay-standard",
    annotator: "bittern",
    judgements: { mayor: -1, council: -1, northlode: 1, union: "not_addressed" },
    marks: [
      own("Ferries beat the town hall to it", "northlode", "advocacy", "words", { note: "Headline of the Quay Standard, not of the agency." }),
      own("beat the town hall to it", "council", "critical", "words"),
      own("hours before the town hall found its voice", "council", "critical", "words", { note: "Caption of the Quay Standard." }),
      quoted("The mayor had the facts and chose the quiet life", "mayor", "critical", "direct", "words", { confidence: 3 }),
      quoted("You do not ask whose river it is", "northlode", "advocacy", "direct", "words"),
    ],
  },
];
