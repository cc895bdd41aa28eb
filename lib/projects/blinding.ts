/** When marks are shown to each other: never, once everybody has submitted everything, when a coordinator says so, or article by article once one has submitted it. */
export const REVEALS = ["never", "after_all", "by_coordinator", "own_submission"] as const;
export type Reveal = (typeof REVEALS)[number];
/** When a hidden source is shown: with everybody's work, or article by article once one has submitted it. */
export const SOURCE_REVEALS = ["by_coordinator", "own_submission"] as const;
export type SourceReveal = (typeof SOURCE_REVEALS)[number];
/** What a class can choose from: its work is shown to all at once or not at all. */
export const CLASS_REVEALS = ["by_coordinator", "never"] as const satisfies readonly Reveal[];

/** What a project keeps from its annotators, as it is set. */
export type Blinding = { readonly reveal: Reveal; readonly sourceBlind: boolean; readonly sourceReveal: SourceReveal };
export type BlindingChange = { readonly [K in keyof Blinding]?: Blinding[K] | undefined };
/** Where a project stands: everything was shown; annotators have begun. */
export type Standing = { readonly kind: "research" | "class"; readonly revealed: boolean; readonly begun: boolean };
/** Why a setting cannot be what was asked for: its kind, and a sentence for those who ask through the API. */
export type BlindingProblem = { readonly path: keyof Blinding; readonly reason: "revealed" | "class" | "marks" | "blind" | "sources"; readonly message: string };

const POINTER = "To show it, use the reveal: it collects unfinished work first, and marks made afterwards are kept apart.";

/**
 * Why a change of what is kept from annotators is refused; null when it is fine. Once they have begun, nothing that
 * they were promised not to see may come to be shown but by the reveal. Hiding more is always possible.
 */
export function blindingProblem(current: Blinding, change: BlindingChange, { kind, revealed, begun }: Standing): BlindingProblem | null {
  const asked = (key: keyof Blinding): boolean => change[key] !== undefined && change[key] !== current[key];
  const changed = (["reveal", "sourceBlind", "sourceReveal"] as const).find(asked);
  if (changed === undefined) return null;
  if (revealed) return { path: changed, reason: "revealed", message: "Everything was shown to everybody already, and that is never taken back." };
  if (asked("reveal") && kind === "class" && !(CLASS_REVEALS as readonly string[]).includes(change.reveal ?? "")) return { path: "reveal", reason: "class", message: "In a class everybody’s work is shown at once, when you say so, or never." };
  if (!begun) return null;
  if (asked("reveal") && opens(current.reveal, change.reveal ?? current.reveal)) return { path: "reveal", reason: "marks", message: `Annotators have begun, and were promised not to see each other’s marks by themselves. ${POINTER}` };
  if (asked("sourceBlind") && current.sourceBlind) return { path: "sourceBlind", reason: "blind", message: `Annotators have begun without seeing the sources. ${POINTER}` };
  if (asked("sourceReveal") && current.sourceBlind && change.sourceReveal === "own_submission") return { path: "sourceReveal", reason: "sources", message: `Annotators have begun, and sources were to be shown by a coordinator only. ${POINTER}` };
  return null;
}

/** Whether a setting shows marks by itself that the one before kept hidden. A coordinator's own word does nothing by itself. */
function opens(from: Reveal, to: Reveal): boolean {
  if (to === "own_submission") return from !== "own_submission";
  return to === "after_all" && from === "never";
}
