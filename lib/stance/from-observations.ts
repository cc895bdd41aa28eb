import type { WorkPoint } from "./estimate";
import { meanOf } from "./mean";
import { NO_ONE, type Observation } from "./sums";

/** One outlet (or publisher) and target: the values of its works, and what they rest on. */
export interface GroupValues {
  /** Null: works of which nobody knows the outlet, which are only listed singly. */
  readonly groupId: string | null;
  readonly targetId: string;
  /** Sorted by work id. */
  readonly works: readonly WorkPoint[];
  readonly articles: number;
  readonly spans: number;
  /** Sorted; the settled record is nobody. */
  readonly annotatorIds: readonly string[];
  /** Works that two annotators read (any of the copies), or that have a settled record. */
  readonly sharedWorks: number;
  readonly settledArticles: number;
}

/**
 * The definition of a figure: coder × article values → article (mean over coders) → work (mean over its copies in the
 * group) → the values of which an outlet's figure is the mean. Every step is unweighted. Only articles that address
 * the target may be among the observations, each with a value for every counted coder (0 without a mark).
 *
 * The sums of the database are held against this by tests. Sorted by group (null first) and target; the order of the
 * observations changes nothing.
 * @throws RangeError when a coder comes twice for an article and target, or an article stands in two groups or works
 */
export function fromObservations(observations: readonly Observation[]): GroupValues[] {
  const groups = new Map<string, Observation[]>();
  const seen = new Set<string>();
  const places = new Map<string, string>();
  for (const one of observations) {
    const [item, place] = [`${one.articleId} ${one.targetId}`, `${one.groupId} ${one.workId}`];
    if (seen.has(`${item} ${one.coderId}`)) throw new RangeError(`Coder ${one.coderId} comes twice for article ${one.articleId} and target ${one.targetId}`);
    if ((places.get(item) ?? place) !== place) throw new RangeError(`Article ${one.articleId} stands in two groups or works`);
    seen.add(`${item} ${one.coderId}`);
    places.set(item, place);
    push(groups, `${one.groupId ?? ""} ${one.targetId}`, one);
  }
  return [...groups].sort(byKey).map(([, group]) => groupValues(group));
}

function groupValues(group: readonly Observation[]): GroupValues {
  const works = new Map<string, Observation[]>();
  for (const one of group) push(works, one.workId, one);
  const isRecord = (one: Observation) => one.coderId === NO_ONE;
  const coders = (of: readonly Observation[]) => new Set(of.filter((one) => !isRecord(one)).map((one) => one.coderId));
  const shared = [...works.values()].filter((of) => of.some(isRecord) || coders(of).size >= 2);
  return {
    groupId: group[0]?.groupId ?? null,
    targetId: group[0]?.targetId ?? "",
    works: [...works].sort(byKey).map(([workId, of]) => ({ workId, value: workValue(of) })),
    articles: new Set(group.map((one) => one.articleId)).size,
    spans: group.reduce((sum, one) => sum + one.spans, 0),
    annotatorIds: [...coders(group)].sort(),
    sharedWorks: shared.length,
    settledArticles: new Set(group.filter(isRecord).map((one) => one.articleId)).size,
  };
}

function workValue(work: readonly Observation[]): number {
  const articles = new Map<string, number[]>();
  for (const one of work) push(articles, one.articleId, one.value);
  return meanOf([...articles.values()].map(meanOf)) ?? 0;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);
