/** What a lesson can be made of. `reveal` shows everybody's marks and the sources to all at once; the teacher does it by hand. */
export const STEP_KINDS = ["read", "mark", "judge", "reveal", "talk", "rewrite", "exit"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** `template` is kept to be copied and has no pupils; `draft` waits for its start; `running` stands in a step; `ended` is over. */
export const LESSON_STATES = ["template", "draft", "running", "ended"] as const;
export type LessonState = (typeof LESSON_STATES)[number];

/** One step: minutes from 1 to 90, and the teacher's own line of help, or "" for ours. */
export type Step = { readonly kind: StepKind; readonly minutes: number; readonly help: string };

/** An article of the lesson, in its order, with the numbers of the blocks that are not folded away (these alone carry marks and count). */
export type LessonArticle = { readonly articleId: string; readonly title: string; readonly blockOrdinals: readonly number[] };
export type LessonTarget = { readonly id: string; readonly name: string };

/** Where the clock of a running step stands: running until a moment, or paused with seconds left. Null where no step runs, or its minutes were never set going. */
export type StepClock = { readonly endsAt: Date; readonly pausedSeconds: null } | { readonly endsAt: null; readonly pausedSeconds: number };

/** The lesson of a class. Its name is the project's. */
export type Lesson = {
  readonly state: LessonState;
  readonly event: string;
  readonly steps: readonly Step[];
  /** The number of the running step, from 0; null unless running. */
  readonly step: number | null;
  readonly clock: StepClock | null;
  /** Whether pupils are asked who speaks; where not, their marks have no voice. */
  readonly asksVoice: boolean;
  /** Whether they judge each article as a whole: exactly where a step of kind `judge` stands. */
  readonly asksJudgement: boolean;
  readonly exitQuestion: string;
  readonly namesShown: boolean;
  readonly articles: readonly LessonArticle[];
  readonly targets: readonly LessonTarget[];
  readonly sourceHidden: boolean;
  readonly revealed: boolean;
  readonly onScreenId: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly version: number;
};

/** How many articles and targets a lesson may have. */
export const LESSON_ARTICLES = { least: 2, most: 4 } as const;
export const LESSON_TARGETS = { least: 1, most: 3 } as const;
