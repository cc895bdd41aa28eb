import type { JudgementValue } from "@/lib/annotations/span";
import type { Draft, LastUsed } from "../marking/draft";
import type { AnnotateDocument, AnnotatorSpan, AssignmentData } from "../types";
import { type History, NO_HISTORY } from "./history";
import { type Model, modelOf } from "./model";
import type { Sending } from "./outbox";
import type { Submission } from "./submission";

/** One row as it stands here and as it stands on the server; null = gone, or no value. */
export interface Conflict<T> {
  readonly mine: T | null;
  readonly theirs: T | null;
}

/** Everything the screen shows. Replaced as a whole at each change, never altered. */
export interface SessionState {
  readonly model: Model;
  readonly history: History;
  readonly assignment: AssignmentData;
  readonly sending: Sending;
  /** Keys of what has not reached the server; empty unless sending waits. */
  readonly unsentKeys: ReadonlySet<string>;
  readonly savedAt: Date | null;
  /** Why the server refused the last change, until the next one. */
  readonly refusal: string | null;
  readonly spanConflicts: ReadonlyMap<string, Conflict<AnnotatorSpan>>;
  readonly judgementConflicts: ReadonlyMap<string, Conflict<JudgementValue>>;
  readonly openId: string | null;
  readonly litId: string | null;
  readonly draft: Draft | null;
  readonly last: LastUsed;
  readonly submission: Submission;
  /** For the toolbar: why the last selection cannot be marked, or what is missing. */
  readonly notice: string | null;
  /** For the live region. */
  readonly spoken: string;
}

/** The state a document opens with. */
export function openingState(document: AnnotateDocument): SessionState {
  return {
    model: modelOf(document),
    history: NO_HISTORY,
    assignment: document.assignment,
    sending: { phase: "idle", unsent: 0, problem: null },
    unsentKeys: new Set(),
    savedAt: null,
    refusal: null,
    spanConflicts: new Map(),
    judgementConflicts: new Map(),
    openId: null,
    litId: null,
    draft: null,
    last: { framing: null, targetId: document.targets.length === 1 ? (document.targets[0]?.id ?? null) : null },
    submission: { step: "none" },
    notice: null,
    spoken: "",
  };
}

/** Submitted work can be read, not changed. */
export function isReadOnly(state: Pick<SessionState, "assignment">): boolean {
  return state.assignment.state === "submitted";
}
