import type { CodebookContent } from "../content";
import { CLASS_PRESET } from "./class";
import { FRAMING_PRESET } from "./framing";

/** The codebook that a new project has as version 1. */
export const startingCodebook = (kind: "research" | "class"): CodebookContent => (kind === "class" ? CLASS_PRESET : FRAMING_PRESET);
