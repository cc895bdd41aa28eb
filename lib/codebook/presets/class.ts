import type { CodebookContent } from "../content";
import { FRAMING_PRESET } from "./framing";

/** The codebook that a class starts with: supports, plain, criticises; about whom; who is speaking. */
export const CLASS_PRESET: CodebookContent = { ...FRAMING_PRESET, name: "Framing in class", asks: { voice: true, directness: false, device: false, confidence: false } };
