import type { Bed, Line } from "./bed";
import { interleaved } from "./statistics";

const ROUND_MS = 2000;

/** Answers per second of the article as JSON (100,000 characters, 2,000 spans), against a constant object of that size. */
export async function articleJson({ ours, empty, world }: Bed): Promise<Line> {
  const path = `/api/v1/projects/${world.projectId}/assignments/${world.marked.assignmentId}/document`;
  const { bytes } = await ours.send(path);
  const pair = await interleaved(() => empty.perSecond("/api/constant", ROUND_MS), () => ours.perSecond(path, ROUND_MS));
  return {
    what: `Article as JSON, ${Math.round(bytes / 1000)} kB`, unit: "×", goal: { atLeast: 0.4 }, drift: pair.drift,
    reference: `${pair.reference.toFixed(0)}/s, a constant object`, ours: `${pair.ours.toFixed(0)}/s`, value: pair.ours / pair.reference,
  };
}
