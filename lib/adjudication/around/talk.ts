/** A message about a cluster, in light Markdown; empty where it was blanked with its author. */
export type TalkMessage = { readonly id: string; readonly at: string; readonly by: string | null; readonly mine: boolean; readonly text: string; readonly mentions: readonly string[] };

/** What those who adjudicate say to each other about a cluster; `spanId` is one of its marks. */
export type ClusterThread = { readonly id: string; readonly spanId: string; readonly state: "open" | "closed"; /** Messages in which the reader is named and that they have not seen. */ readonly unseen: number; readonly messages: readonly TalkMessage[] };

/** Somebody who adjudicates and can be named. */
export type Adjudicator = { readonly id: string; readonly name: string };

/** A message in which the reader is named. */
export type MentionLine = { readonly messageId: string; readonly articleId: string; readonly articleTitle: string; readonly spanId: string; readonly by: string | null; readonly at: string; readonly text: string; readonly seen: boolean };

/** Messages of one discussion, and people that one message can name. */
export const MOST_TALK = { messages: 500, mentions: 20, text: 4_000 } as const;

/** Those of `people` whom a text names as “@Name”; of two that begin alike, the longer. */
export function namedIn(text: string, people: readonly Adjudicator[]): string[] {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  let rest = text;
  const found = new Set<string>();
  for (const { id, name } of byLength) {
    if (!rest.includes(`@${name}`)) continue;
    found.add(id);
    rest = rest.replaceAll(`@${name}`, " ");
  }
  return people.filter((one) => found.has(one.id)).map((one) => one.id);
}
