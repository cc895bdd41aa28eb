/** The built-in codebook, stored as version 1 of every project. Definitions are ours. */
export const FRAMING_CODEBOOK = {
  name: "Framing",
  labels: [
    { key: "advocacy", sign: 1, title: "Advocacy", definition: "Words that praise, defend or excuse the target." },
    { key: "critical", sign: -1, title: "Critical", definition: "Words that blame, mock or doubt the target." },
    { key: "neutral", sign: 0, title: "Neutral", definition: "Words that weigh the target and keep the balance. Unmarked words are not neutral." },
  ],
  rules: [
    "Mark the shortest words which, left out or put plainly, would change how a reader feels toward the target; not its name, not the quotation marks.",
    "For a choice of facts mark the clause, and say facts. A plain fact in plain words is facts; a fall in fortune alone is not criticism.",
    "Voice is own where the writer speaks, quoted where the text gives the words to a named source, embedded in a post or document shown whole.",
    "The target is whom the words are about. A hit through an ally or an opponent is indirect.",
    "Code what the sentence does with past praise, irony or a denial, not what the dictionary says of the word.",
    "Judge the whole article, quotations included: unclear pulls both ways, 0 has no lean, not addressed is at most a mention in passing.",
  ],
} as const;
