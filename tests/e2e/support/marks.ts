import { newId } from "@/lib/kernel/id";
import type { Person } from "./study";

type Article = { article: { text: string; revisionId: string }; targets: { id: string }[] };

/** An annotator's document as the screen gets it. */
export const documentOf = (person: Person, projectId: string, assignmentId: string): Promise<Article> => person.do<Article>("GET", `/projects/${projectId}/assignments/${assignmentId}/document`);

/** Marks ranges of the text (code points) through the API, a few at a time; the ids in the order given. */
export async function putMarks(person: Person, projectId: string, assignmentId: string, ranges: readonly { start: number; end: number; framing?: string }[]): Promise<string[]> {
  const { article, targets } = await documentOf(person, projectId, assignmentId);
  const points = [...article.text];
  const ids = ranges.map(() => newId());
  const marks = ranges.map(({ start, end, framing = "critical" }, i) => ({
    id: ids[i], revisionId: article.revisionId, parts: [{ start, end, quote: points.slice(start, end).join("") }], targetId: targets[0]!.id,
    framing, voice: "own", attribution: null, directness: "direct", device: null, confidence: null, note: "", labelIds: [],
  }));
  const waiting = [...marks];
  const work = async (): Promise<void> => {
    for (let mark = waiting.shift(); mark !== undefined; mark = waiting.shift()) await person.do("POST", `/projects/${projectId}/assignments/${assignmentId}/spans`, mark);
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return ids;
}
