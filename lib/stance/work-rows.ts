import { isId } from "@/lib/kernel/id";
import { meanOf } from "./mean";
import type { Observation } from "./sums";

/** One work in a group with what coders made of its articles there. */
export type WorkOfGroup = { readonly workId: string; readonly value: number; readonly spans: number; readonly articles: readonly { readonly articleId: string; readonly value: number; readonly observations: readonly Observation[] }[] };

/** Works of one group and target from its observations, the most critical first, then by id. Every step is an unweighted mean. */
export function worksOfGroup(observations: readonly Observation[]): WorkOfGroup[] {
  const works = [...grouped(observations, (one) => one.workId)].map(([workId, of]): WorkOfGroup => {
    const articles = [...grouped(of, (one) => one.articleId)].map(([articleId, here]) => ({ articleId, value: meanOf(here.map((one) => one.value)) ?? 0, observations: [...here].sort((a, b) => (a.coderId < b.coderId ? -1 : 1)) }));
    articles.sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
    return { workId, value: meanOf(articles.map((article) => article.value)) ?? 0, spans: of.reduce((sum, one) => sum + one.spans, 0), articles };
  });
  return works.sort((a, b) => a.value - b.value || (a.workId < b.workId ? -1 : 1));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const there = groups.get(keyOf(one));
    if (there) there.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** A place in the list of works: behind this one. */
export type WorkCursor = Pick<WorkOfGroup, "workId" | "value">;

/** The cursor as it stands in an address. */
export const writeWorkCursor = ({ workId, value }: WorkCursor): string => `${value}~${workId}`;

/** Reads what `writeWorkCursor` wrote; null for anything else. */
export function readWorkCursor(text: string): WorkCursor | null {
  const [value = "", workId, ...rest] = text.split("~");
  const number = Number(value);
  return rest.length > 0 || value.trim() === "" || !Number.isFinite(number) || !isId(workId) ? null : { value: number, workId: workId.toLowerCase() };
}

/** How many works stand before or at a place. */
export const placeInWorks = (works: readonly WorkCursor[], at: WorkCursor): number => works.filter((one) => one.value < at.value || (one.value === at.value && one.workId <= at.workId)).length;
