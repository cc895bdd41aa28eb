import type { Preview } from "@/lib/assignments/plan/preview";
import type { BlocksSpec } from "@/lib/assignments/plan/wish";

/** "1 article", "12 articles". */
export const counted = (n: number, one: string, many: string): string => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** What the one button does. */
export function actWords(preview: Preview): string {
  if (preview.places > 0) return `Open a pool of ${counted(preview.places, "place", "places")}`;
  const people = preview.people.filter((person) => person.added > 0).length;
  return `Assign ${counted(preview.given, "article", "articles")} to ${counted(people, "person", "people")}`;
}

/** Which parts of the articles count, in words. */
export function partsWords(blocks: BlocksSpec | null): string {
  if (!blocks) return "Whole articles";
  const parts = [
    blocks.headline ? "headline" : "",
    blocks.lead ? `first ${counted(blocks.lead, "paragraph", "paragraphs")}` : "",
    blocks.kinds ? blocks.kinds.join(", ").replaceAll("_", " ") : "",
    blocks.ordinals ? counted(blocks.ordinals.length, "named block", "named blocks") : "",
  ].filter((part) => part !== "");
  const said = parts.join(" and ");
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)} only`;
}
