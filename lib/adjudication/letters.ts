/** FNV-1a over UTF-16 units, then mixed (MurmurHash3's finaliser): 32 bits that tell nothing about the order of ids. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A, B, … Z, AA, AB, … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/**
 * A letter for each annotator of an article, in an order that is the same each time and follows neither names nor
 * ids: nobody is A everywhere. One who joins later may move the letters.
 */
export function annotatorLetters(articleId: string, memberIds: readonly string[]): Map<string, string> {
  const order = [...new Set(memberIds)].map((id) => ({ id, hash: hashOf(articleId + id) })).sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1));
  return new Map(order.map(({ id }, index) => [id, letterOf(index)]));
}
