import type { Bed, Line } from "./bed";

/** Memory of server and worker after everything else, against the empty server after as many requests. */
export async function memory({ ours, empty, server, worker, toy }: Bed): Promise<Line> {
  // Half small answers, half large ones, as ours were.
  for (let n = 0; empty.requests < ours.requests; n += 1) await empty.send(n % 2 === 0 ? "/" : "/api/constant");
  const [own, beside, reference] = [server.memory(), worker.memory(), toy.memory()];
  return {
    what: `Memory after ${ours.requests} requests`, unit: "×", goal: { atMost: 2 },
    reference: `${reference.toFixed(0)} MiB, empty server`, ours: `${(own + beside).toFixed(0)} MiB, server (${own.toFixed(0)}) + worker (${beside.toFixed(0)})`, value: (own + beside) / reference,
  };
}
