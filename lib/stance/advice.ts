import type { Figure } from "@/lib/agreement/report";
import type { CardAgreement } from "./report";

/** Below this, a figure is shown with a warning (Krippendorff 2004, Human Communication Research 30, 429: the lowest limit for tentative conclusions). */
export const AGREEMENT_NEEDED = 0.667;

/** How far agreement lets a figure be read: undefined refuses it, below .667 warns. */
export const adviceOf = (figure: Figure): CardAgreement["advice"] => (figure.value === null ? "refuse" : figure.value < AGREEMENT_NEEDED ? "warn" : "fine");
