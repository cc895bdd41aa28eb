import type { Framing } from "../framing";

/** The namespace of REFI-QDA codebooks. */
export const QDC = "urn:QDA-XML:codebook:1.0";

/** What our files say about where they come from. */
export const ORIGIN = "Slantwise";

/** The framings have fixed ids in other programs, the same in every project. */
export const FRAMING_SET_GUID = "b7d1c9a0-5a1e-4f0e-8a51-517a47b1e000";
export const FRAMING_GUIDS: Readonly<Record<Framing, string>> = {
  advocacy: "b7d1c9a0-5a1e-4f0e-8a51-517a47b1e001",
  neutral: "b7d1c9a0-5a1e-4f0e-8a51-517a47b1e002",
  critical: "b7d1c9a0-5a1e-4f0e-8a51-517a47b1e003",
};
