import type { Bed, Line } from "./bed";
import type { Client } from "./http";
import { interleaved, median } from "./statistics";

const VISITS = 60;

async function firstByte(client: Client, path: string): Promise<number> {
  const taken: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) taken.push((await client.send(path)).firstByte);
  return median(taken);
}

/** The first byte of the annotate page, p50, against an empty dynamic page. */
export async function annotatePage({ ours, empty, world }: Bed): Promise<Line> {
  const path = `/p/${world.projectId}/annotate/${world.short.assignmentId}`;
  const pair = await interleaved(() => firstByte(empty, "/"), () => firstByte(ours, path));
  return {
    what: "Annotate page, first byte", unit: "×", goal: { atMost: 2.5 }, drift: pair.drift,
    reference: `${pair.reference.toFixed(1)} ms, empty dynamic page`, ours: `${pair.ours.toFixed(1)} ms`, value: pair.ours / pair.reference,
  };
}
