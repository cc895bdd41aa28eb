import { embedded, own, quoted } from "../mark";
import type { SampleSubmission } from "../types";

/** Marks on a page whose first outlet nobody knows, with a post shown whole. */
export const SALTMARSH: readonly SampleSubmission[] = [
  {
    article: "saltmarsh-weekly",
    annotator: "curlew",
    judgements: { mayor: 1, council: 1, northlode: "unclear", union: 1 },
    marks: [
      own("gone by eleven, once the port company had added a third boat", "northlode", "advocacy", "facts", { confidence: 1 }),
      embedded("Northlode crews, you are legends", "northlode", "advocacy", "words", { confidence: 3 }),
      embedded("Town hall, I am still waiting for that call back 🙃", "council", "critical", "words", { note: "The face is part of the reproach." }),
      own("while the ramp was borrowed for a photograph with Northlode’s chairman", "northlode", "critical", "facts"),
      quoted("It was humiliating", "northlode", "critical", "direct", "words", { confidence: 3 }),
      own("a great deal of good humour", "council", "advocacy", "words"),
      own("carried a stranger’s pram", "mayor", "advocacy", "facts"),
      own("there was no photographer", "mayor", "advocacy", "facts", { note: "After the chairman and the ramp, this is praise." }),
      own("worked the ropes unpaid", "union", "advocacy", "facts"),
    ],
  },
  {
    article: "saltmarsh-weekly",
    annotator: "bittern",
    judgements: { mayor: 0, council: 0, northlode: 0, union: 0 },
    marks: [],
  },
];
