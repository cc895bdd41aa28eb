import { newId } from "@/lib/kernel/id";
import type { Bed, Line } from "./bed";
import { interleaved, middleTime } from "./statistics";
import { spanAt } from "./world";

const SAVES = 200;

/** Saving a span over HTTP, p50, against an empty handler plus `serverMs`, which the server needs for the saving itself. */
export async function saveOverHttp({ ours, empty, world }: Bed, serverMs: number): Promise<Line> {
  const path = `/api/v1/projects/${world.projectId}/assignments/${world.short.assignmentId}/spans`;
  let place = 0;
  const pair = await interleaved(
    () => middleTime(SAVES, () => empty.send("/api/empty")),
    () => middleTime(SAVES, () => ours.send(path, { method: "POST", body: spanAt(world, world.short, (place += 1)), headers: { origin: ours.base, "operation-id": newId() } })),
  );
  const reference = pair.reference + serverMs;
  return {
    what: "Save a span, over HTTP", unit: "×", goal: { atMost: 2 }, drift: pair.drift,
    reference: `${reference.toFixed(2)} ms, empty handler (${pair.reference.toFixed(2)}) + saving (${serverMs.toFixed(2)})`, ours: `${pair.ours.toFixed(2)} ms`, value: pair.ours / reference,
  };
}
