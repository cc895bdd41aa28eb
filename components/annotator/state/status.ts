import type { Translator } from "@/components/words/words";
import type { SaveState } from "@/components/ui/status-text";
import type { Sending } from "../unsent/ports";

/** How saving stands, for the foot: an icon's name and a sentence. Null before anything was saved. */
export interface SaveLine {
  readonly state: SaveState;
  readonly words: string;
}

/** The line of the foot. A refusal or a conflict is said before anything else. */
export function saveLine(facts: { sending: Sending; savedAt: Date | null; refusal: string | null; conflicts: number }, t: Translator): SaveLine | null {
  const { sending, savedAt, refusal, conflicts } = facts;
  if (refusal !== null) return { state: "changed", words: refusal };
  if (conflicts > 0) return { state: "changed", words: t("saving.changed") };
  if (sending.phase === "waiting") return { state: "offline", words: waitingWords(sending, t) };
  if (sending.phase === "sending") return { state: "saving", words: t("saving.saving") };
  return savedAt === null ? null : { state: "saved", words: t("saving.saved", { time: clock(savedAt) }) };
}

/** "Offline, 3 changes wait on this device". */
export function waitingWords({ unsent, problem, safe }: Pick<Sending, "unsent" | "problem" | "safe">, t: Translator): string {
  const why = problem?.signedOut === true ? "signedOut" : problem?.other === true ? "somebodyElse" : "offline";
  return t("unsent.waits", { why, n: unsent, safe: safe ? "yes" : "no" });
}

function clock(at: Date): string {
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}
