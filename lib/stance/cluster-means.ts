/** Whether each article or each span weighs the same. */
export type Weighing = "article" | "span";

/**
 * The mean stance over a sample of articles (indices into `articles`, with repetition), each a list of the stances of its
 * spans: the mean of article means, or the mean of all spans. Articles without spans have no mean and do not count. Null
 * where nothing is left.
 */
export function clusterMean(articles: readonly (readonly number[])[], sample: readonly number[], weighing: Weighing): number | null {
  const drawn = sample.map((index) => articles[index] ?? []).filter((spans) => spans.length > 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  if (drawn.length === 0) return null;
  return weighing === "article" ? mean(drawn.map(mean)) : mean(drawn.flat());
}
