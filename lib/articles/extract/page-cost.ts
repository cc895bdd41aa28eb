/** Nodes of a page, the sum of the squares of how deep each stands, and its letters, each counted once for every element around it. */
export type PageCost = { readonly nodes: number; readonly squares: number; readonly letters: number };

/** More than any article's page has; what an extractor takes grows with each of them, and Readability's time with the cube of the depth. */
export const FOR_READABILITY: PageCost = { nodes: 40_000, squares: 12_000_000, letters: 10_000_000 };
/** Defuddle takes several times as long. */
export const FOR_DEFUDDLE: PageCost = { nodes: 10_000, squares: 4_000_000, letters: 5_000_000 };

/** Whether a page is of a size for which an extractor may be asked. */
export const isWithin = (cost: PageCost, most: PageCost): boolean => cost.nodes <= most.nodes && cost.squares <= most.squares && cost.letters <= most.letters;

/** Counts all that stands in a document, also what nobody sees, since extractors read that too. Walks it once, without recursion. */
export function pageCost(document: Document): PageCost {
  let [nodes, squares, letters] = [0, 0, 0];
  for (const { node, depth } of nodesWithin(document.documentElement, Infinity)) {
    nodes += 1;
    squares += depth * depth;
    if (node.nodeType === TEXT) letters += depth * (node as Text).data.length;
  }
  return { nodes, squares, letters };
}

/** The words of an element up to a length, as far as they stand in its first 1,000 nodes. */
export function wordsWithin(element: Node, length: number): string {
  let words = "";
  for (const { node } of nodesWithin(element, 1_000)) {
    if (node.nodeType === TEXT) words += (node as Text).data.slice(0, length);
    if (words.length >= length) break;
  }
  return words.slice(0, length);
}

const TEXT = 3;

/** The nodes within an element in page order, at most so many, each with how deep it stands there. */
export function* nodesWithin(element: Node, most: number): Generator<{ readonly node: Node; readonly depth: number }> {
  let node: Node | null = element.firstChild;
  for (let [seen, depth] = [0, 1]; node !== null && seen < most; seen++) {
    yield { node, depth };
    if (node.firstChild !== null) {
      [node, depth] = [node.firstChild, depth + 1];
      continue;
    }
    while (node !== null && node.nextSibling === null && depth > 1) [node, depth] = [node.parentNode, depth - 1];
    node = node?.nextSibling ?? null;
  }
}
