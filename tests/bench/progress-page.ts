import type { Bed, Line } from "./bed";
import { Client } from "./http";
import { makeStudy, settle, type Study } from "./progress-world";
import { interleaved, median } from "./statistics";

const VISITS = 20;
const [SMALL, LARGE] = [1_000, 100_000];

async function visits(client: Client, study: Study, path: string): Promise<number> {
  const taken: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) taken.push((await client.send(path.replace("PROJECT", study.projectId))).whole);
  return median(taken);
}

/** The whole progress page, and the answer of the API behind it, p50: 100,000 articles against 1,000. */
export async function progressPage({ server }: Bed): Promise<Line[]> {
  console.log(`Loading studies of ${SMALL.toLocaleString("en")} and ${LARGE.toLocaleString("en")} articles …`);
  const [small, large] = [await makeStudy(SMALL), await makeStudy(LARGE)];
  await settle();
  const [few, many] = [new Client(server.url, { cookie: small.cookie }), new Client(server.url, { cookie: large.cookie })];
  const compare = async (what: string, path: string): Promise<Line> => {
    const pair = await interleaved(() => visits(few, small, path), () => visits(many, large, path));
    return {
      what, unit: "×", goal: { atMost: 2 }, drift: pair.drift,
      reference: `${pair.reference.toFixed(1)} ms, the same with 1,000`, ours: `${pair.ours.toFixed(1)} ms`, value: pair.ours / pair.reference,
    };
  };
  try {
    return [await compare("Progress page at 100,000 articles", "/p/PROJECT/progress"), await compare("Progress as JSON at 100,000 articles", "/api/v1/projects/PROJECT/progress")];
  } finally {
    few.close();
    many.close();
  }
}
