import type { Draft, LastUsed } from "../marking/draft";
import type { AnnotateDocument, AnnotatorSpan, AssignmentData } from "../types";
import type { Adjusting } from "./adjusting";
import type { Conflict, RowConflict } from "./conflicts";
import { NO_FILTER, type SpanFilter } from "./filter";
import { type History, NO_HISTORY } from "./history";
import { type Model, modelOf } from "./model";
import type { Sending } from "../unsent/ports";
import { answerReviewsOf, type Review, reviewsOf } from "./reviews";
import type { Submission } from "./submission";

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
  /** By key. */
  readonly rowConflicts: ReadonlyMap<string, RowConflict>;
  /** Spans that a newer codebook asks to look at. */
  readonly reviews: ReadonlyMap<string, Review>;
  /** Sets whose answer for the article needs a look, for the same reason. */
  readonly answerReviews: ReadonlySet<string>;
  readonly openId: string | null;
  readonly litId: string | null;
  /** Which marks are shown; a mark that is opened is shown in any case. */
  readonly filter: SpanFilter;
  readonly draft: Draft | null;
  /** The open span while its edges are moved. */
  readonly adjusting: Adjusting | null;
  readonly last: LastUsed;
  readonly submission: Submission;
  /** The panel about the whole article shows its heading only, to leave the room to the cards. */
  readonly wholeFolded: boolean;
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
    sending: { phase: "idle", unsent: 0, problem: null, safe: true },
    unsentKeys: new Set(),
    savedAt: null,
    refusal: null,
    spanConflicts: new Map(),
    rowConflicts: new Map(),
    reviews: reviewsOf(document),
    answerReviews: answerReviewsOf(document),
    openId: null,
    litId: null,
    filter: NO_FILTER,
    draft: null,
    adjusting: null,
    last: { framing: null, targetId: document.targets.length === 1 ? (document.targets[0]?.id ?? null) : null, voice: null },
    submission: { step: "none" },
    wholeFolded: false,
    notice: null,
    spoken: "",
  };
}

/** Submitted work can be read, not changed. */
export function isReadOnly(state: Pick<SessionState, "assignment">): boolean {
  return state.assignment.state === "submitted";
}
