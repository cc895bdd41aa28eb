import type { CodebookContent, FramingLabel } from "../content";
import type { Framing } from "../framing";
import { EMPTY_TEXT, richText } from "../rich-text";

const label = (id: Framing, name: string, definition: string): FramingLabel => ({ id, name, definition: richText(definition), use: EMPTY_TEXT, avoid: EMPTY_TEXT, examples: [], counterExamples: [] });

/** The codebook that a study starts with. */
export const FRAMING_PRESET: CodebookContent = {
  format: 1,
  name: "Framing",
  introduction: EMPTY_TEXT,
  asks: { voice: true, directness: true, device: true, confidence: true },
  framing: [
    label("advocacy", "Advocacy", "Words that praise, defend or excuse the target."),
    label("neutral", "Neutral", "Words that weigh the target and keep the balance. Unmarked words are not neutral."),
    label("critical", "Critical", "Words that blame, mock or doubt the target."),
  ],
  rules: [],
  sets: [],
};
