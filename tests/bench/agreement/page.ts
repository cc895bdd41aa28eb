import type { Bed, Line } from "../bed";
import { Client } from "../http";
import { interleaved, median } from "../statistics";
import { makeAgreementStudy } from "./study";

const [ARTICLES, VISITS] = [1_000, 20];

async function whole(client: Client, path: string): Promise<number> {
  const taken: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) taken.push((await client.send(path)).whole);
  return median(taken);
}

/** The whole agreement page of a finished study, its figures computed before, p50, against an empty dynamic page; and what computing them takes. */
export async function agreementPage({ server, empty }: Bed): Promise<Line[]> {
  console.log(`Loading a study of ${ARTICLES.toLocaleString("en")} articles by five …`);
  const study = await makeAgreementStudy(ARTICLES);
  const client = new Client(server.url, { cookie: study.cookie });
  const api = `/api/v1/projects/${study.projectId}/agreement`;
  try {
    // The first question begins the thread, too.
    const first = (await client.send(api)).whole;
    const other = (await client.send(`${api}?layer=target`)).whole;
    const pair = await interleaved(() => whole(empty, "/"), () => whole(client, `/p/${study.projectId}/agreement`));
    return [
      { what: "Agreement of 90,000 marks, first time", unit: "ms", goal: { atMost: 10_000 }, reference: "from the marks as submitted", ours: `${first.toFixed(0)} ms`, value: first },
      { what: "Agreement, another layer of the same", unit: "ms", goal: { atMost: 5_000 }, reference: "from the material in the thread", ours: `${other.toFixed(0)} ms`, value: other },
      { what: "Agreement page, kept figures", unit: "×", goal: { atMost: 2.5 }, drift: pair.drift, reference: `${pair.reference.toFixed(1)} ms, empty dynamic page`, ours: `${pair.ours.toFixed(1)} ms`, value: pair.ours / pair.reference },
    ];
  } finally {
    client.close();
  }
}
