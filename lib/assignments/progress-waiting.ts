/** How many articles wait for one member (`heldBy`) because of another who has submitted (`waits`; null: all others together), and since when. */
export type WaitingPair = { heldBy: string; waits: string | null; articles: number; since: string };
/** One member for whom others wait. */
export type Waiting = { memberId: string; articles: number; since: string; who: { memberId: string; articles: number }[] };

/** Who is waited for by whom: those who hold up most articles first, the longest wait first among equals. */
export function waitingOf(pairs: readonly WaitingPair[]): Waiting[] {
  const whole = pairs.filter((pair) => pair.waits === null);
  return whole
    .map(({ heldBy, articles, since }) => ({
      memberId: heldBy,
      articles,
      since,
      who: pairs
        .flatMap((pair) => (pair.heldBy === heldBy && pair.waits !== null ? [{ memberId: pair.waits, articles: pair.articles }] : []))
        .sort((a, b) => b.articles - a.articles || (a.memberId < b.memberId ? -1 : 1)),
    }))
    .sort((a, b) => b.articles - a.articles || (a.since < b.since ? -1 : a.since > b.since ? 1 : a.memberId < b.memberId ? -1 : 1));
}
