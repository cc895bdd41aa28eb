import { LESSON_ARTICLES, LESSON_TARGETS, type Step, type StepKind } from "./lesson";

const step = (kind: StepKind, minutes: number): Step => ({ kind, minutes, help: "" });

/** The steps that a new lesson starts with: forty minutes. */
export const USUAL_STEPS: readonly Step[] = [step("read", 6), step("mark", 12), step("reveal", 2), step("talk", 11), step("rewrite", 6), step("exit", 3)];

/** How many minutes a list of steps takes. */
export const minutesOf = (steps: readonly Step[]): number => steps.reduce((sum, { minutes }) => sum + minutes, 0);

/** What a teacher plans. A target without an id is new; the order of every list is the lesson's. */
export type LessonPlan = {
  readonly name: string;
  readonly event: string;
  readonly steps: readonly Step[];
  readonly asksVoice: boolean;
  readonly exitQuestion: string;
  readonly sourceHidden: boolean;
  readonly articles: readonly { readonly articleId: string; readonly blockOrdinals: readonly number[] }[];
  readonly targets: readonly { readonly id?: string | undefined; readonly name: string }[];
};

/** What stands in the way of a plan: the path of the field in it, and a sentence. */
export type PlanProblem = { readonly path: string; readonly message: string };

const twice = <T>(list: readonly T[]): number => list.findIndex((one, place) => list.indexOf(one) !== place);

/**
 * Why a plan cannot be a lesson's; null where it can. A draft may still lack articles and targets (see `missing`).
 * @param begun the steps up to the running one, which stay as they were; empty before the start
 */
export function planProblem(plan: LessonPlan, begun: readonly Step[]): PlanProblem | null {
  const kinds = plan.steps.map(({ kind }) => kind);
  const again = twice(kinds);
  if (again >= 0) return { path: `/steps/${again}`, message: "is in the lesson already" };
  if (!kinds.includes("mark")) return { path: "/steps", message: "need a step in which pupils mark" };
  const [mark, reveal] = [kinds.indexOf("mark"), kinds.indexOf("reveal")];
  if (reveal >= 0 && reveal < mark) return { path: `/steps/${reveal}`, message: "shows marks before there are any" };
  const judge = kinds.indexOf("judge");
  if (judge >= 0 && reveal >= 0 && judge > reveal) return { path: `/steps/${judge}`, message: "asks for a judgement after everybody’s was shown" };
  const moved = begun.findIndex((one, place) => one.kind !== kinds[place]);
  if (moved >= 0) return { path: `/steps/${moved}`, message: "has begun or is over, and stays where it is" };
  if (plan.articles.length > LESSON_ARTICLES.most) return { path: "/articles", message: `can be ${LESSON_ARTICLES.most} at most` };
  const same = twice(plan.articles.map(({ articleId }) => articleId));
  if (same >= 0) return { path: `/articles/${same}`, message: "is in the lesson already" };
  const bare = plan.articles.findIndex(({ blockOrdinals }) => blockOrdinals.length === 0);
  if (bare >= 0) return { path: `/articles/${bare}/blockOrdinals`, message: "need one paragraph at least" };
  if (plan.targets.length > LESSON_TARGETS.most) return { path: "/targets", message: `can be ${LESSON_TARGETS.most} at most` };
  const named = twice(plan.targets.map(({ name }) => name.toLowerCase()));
  return named >= 0 ? { path: `/targets/${named}/name`, message: "is in the lesson already" } : null;
}

/** What a lesson lacks before it can start. */
export function missing(lesson: { readonly articles: readonly unknown[]; readonly targets: readonly unknown[] }): ("articles" | "targets")[] {
  return [...(lesson.articles.length < LESSON_ARTICLES.least ? (["articles"] as const) : []), ...(lesson.targets.length < LESSON_TARGETS.least ? (["targets"] as const) : [])];
}
