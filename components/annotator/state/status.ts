import type { SaveState } from "@/components/ui/status-text";
import type { Sending } from "../unsent/ports";

/** How saving stands, for the foot: an icon's name and a sentence. Null before anything was saved. */
export interface SaveLine {
  readonly state: SaveState;
  readonly words: string;
}

/** The line of the foot. A refusal or a conflict is said before anything else. */
export function saveLine(facts: { sending: Sending; savedAt: Date | null; refusal: string | null; conflicts: number }): SaveLine | null {
  const { sending, savedAt, refusal, conflicts } = facts;
  if (refusal !== null) return { state: "changed", words: refusal };
  if (conflicts > 0) return { state: "changed", words: "Changed elsewhere. Look" };
  if (sending.phase === "waiting") return { state: "offline", words: waitingWords(sending) };
  if (sending.phase === "sending") return { state: "saving", words: "Saving…" };
  return savedAt === null ? null : { state: "saved", words: `Saved ${clock(savedAt)}` };
}

/** "1 change" or "3 changes". */
export function changes(count: number): string {
  return count === 1 ? "1 change" : `${count} changes`;
}

/** "Offline, 3 changes wait on this device". */
export function waitingWords({ unsent, problem, safe }: Pick<Sending, "unsent" | "problem" | "safe">): string {
  const why = problem?.signedOut === true ? "Signed out" : problem?.other === true ? "Somebody else is signed in" : "Offline";
  const waits = `${why}, ${changes(unsent)} ${unsent === 1 ? "waits" : "wait"}`;
  return safe ? `${waits} on this device` : `${waits} in this tab. Keep it open`;
}

function clock(at: Date): string {
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}
