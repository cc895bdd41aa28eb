import type { Lesson } from "@/lib/lessons/lesson";
import type { LessonPlan } from "@/lib/lessons/plan";

/** The plan as it stands in the form. A target has a key of its own, since a new one has no id yet. */
export type Draft = Omit<LessonPlan, "targets"> & { readonly targets: readonly { readonly key: string; readonly id?: string | undefined; readonly name: string }[] };

/** What of a lesson stands in its form. */
export const draftOf = (name: string, lesson: Lesson): Draft => ({
  name, event: lesson.event, steps: lesson.steps, asksVoice: lesson.asksVoice, exitQuestion: lesson.exitQuestion, sourceHidden: lesson.sourceHidden,
  articles: lesson.articles.map(({ articleId, blockOrdinals }) => ({ articleId, blockOrdinals })),
  targets: lesson.targets.map(({ id, name: called }) => ({ key: id, id, name: called })),
});

/** What is sent of it; rows that nobody filled in fall out. */
export const planOf = ({ targets, ...rest }: Draft): LessonPlan => ({ ...rest, targets: targets.filter(({ name }) => name.trim() !== "").map(({ id, name }) => (id === undefined ? { name } : { id, name })) });

/** The list with one of its members moved by a step; as it was where there is no room. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}
