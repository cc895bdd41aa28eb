import { own, quoted } from "../mark";
import type { SampleSubmission } from "../types";

/** Marks on the Tern's report by all three readers. They agree on the mayor and part on what is said of whom. */
export const TERN: readonly SampleSubmission[] = [
  {
    article: "daily-tern",
    annotator: "avocet",
    judgements: { mayor: -2, council: -2, northlode: 1, union: -1 },
    marks: [
      own("mayor sat on warning until Kettle Bridge cracked", "mayor", "critical", "words", { confidence: 3 }),
      own("lay in the mayor’s in-tray for thirty-six days", "mayor", "critical", "facts"),
      own("lulled with assurances", "mayor", "critical", "words", { note: "Nobody is named as lulling. The sentence ends with her." }),
      own("was not answering her telephone", "mayor", "critical", "facts"),
      own("hid behind her engineers", "mayor", "critical", "words", { confidence: 3 }),
      own("to file it under any other business", "council", "critical", "words"),
      own("dithered over this crossing for a decade", "council", "critical", "words", { confidence: 3 }),
      quoted("They treat us like furniture", "council", "critical", "direct", "words"),
      quoted("misled the town and ought to consider her position", "mayor", "critical", "reported", "words"),
      own("It was left to a private company to act", "northlode", "advocacy", "words"),
      own("still looking for the key to its own barrier", "council", "critical", "words"),
      quoted("We did not wait to be asked", "northlode", "advocacy", "direct", "words"),
      own("quick to announce that it had foreseen everything", "union", "critical", "words"),
    ],
  },
  {
    article: "daily-tern",
    annotator: "bittern",
    judgements: { mayor: -2, council: -1, northlode: 2, union: -2 },
    marks: [
      own("sat on warning", "mayor", "critical", "words", { confidence: 3 }),
      own("lulled with assurances since Easter", "council", "critical", "words", { note: "The assurances came from the town hall, so the council." }),
      own("hid behind her engineers", "mayor", "critical", "words", { confidence: 3 }),
      own("as though the numbers had not been speaking since 2 April", "mayor", "critical", "words"),
      own("The town hall’s answer was to file it under any other business", "mayor", "critical", "words", { confidence: 1, note: "Town hall: she runs it. Unsure." }),
      own("a new chamber with oak seats", "council", "critical", "facts"),
      quoted("Nobody rang, nobody wrote. They treat us like furniture.", "council", "critical", "direct", "words"),
      quoted("admit in private that the silence was a blunder", "mayor", "critical", "reported", "words"),
      own("two boats running by ten past five, free to all", "northlode", "advocacy", "facts"),
      own("while the town hall was still looking for the key to its own barrier", "council", "critical", "words"),
      own("last walked out in February over meal vouchers", "union", "critical", "facts", { confidence: 2 }),
      own("Residents may feel that the words fit somebody else", "mayor", "critical", "words"),
    ],
  },
  {
    article: "daily-tern",
    annotator: "curlew",
    judgements: { mayor: -2, council: -2, northlode: 1, union: -1 },
    marks: [
      own("sat on warning until Kettle Bridge cracked", "mayor", "critical", "words", { confidence: 3 }),
      own("On Thursday night it stopped being a secret", "mayor", "critical", "words"),
      own("she hid behind her engineers", "mayor", "critical", "words", { confidence: 3 }),
      own("file it under any other business", "council", "critical", "words"),
      own("has dithered over this crossing for a decade", "council", "critical", "words", { confidence: 3 }),
      own("It found the money for a new chamber with oak seats. It did not find the money for four new bearings.", "council", "critical", "facts", { note: "The two sentences only hurt together." }),
      quoted("said that the mayor had misled the town", "mayor", "critical", "reported", "facts"),
      own("It was left to a private company to act", "council", "critical", "words", { note: "I read this as a reproach to the council, not as praise." }),
      quoted("Waiting is what got everybody here", "council", "critical", "direct", "words", { directness: "indirect" }),
      own("Not that everyone else deserves a medal", "union", "critical", "words"),
    ],
  },
];
