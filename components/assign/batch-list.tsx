import { TableScroll } from "@/components/ui/table-scroll";
import { PHASE_NAMES, STRATEGY_WORDS, type Phase, type Strategy } from "@/lib/assignments/plan/strategy";
import type { BlocksSpec } from "@/lib/assignments/plan/wish";
import { counted, partsWords } from "./words";

export type ShownBatch = {
  id: string; strategy: Strategy; phase: Phase; round: number; perWork: number | null; seed: string; share: number | null; blocks: BlocksSpec | null; dueOn: string | null;
  createdBy: string | null; createdAt: Date; assignments: number; submitted: number; articles: number; people: number; places: number; taken: number;
};

/** How a batch was spread, with its numbers. */
const howWords = ({ strategy, perWork, share }: ShownBatch): string =>
  `${STRATEGY_WORDS[strategy].name}${perWork === null ? "" : strategy === "reliability" && share !== null ? `, ${Math.round(share * 100)} % to ${perWork}` : `, ${perWork} per article`}`;

/** Earlier assignments: how, for what, from which seed, and how far. */
export function BatchList({ batches }: { batches: readonly ShownBatch[] }) {
  return (
    <section className="sect">
      <div className="sect-h"><h2>Earlier assignments</h2><span className="x12">With its seed a plan can be made again, as long as articles and people are the same.</span></div>
      {batches.length === 0 ? <p className="muted">None yet.</p> : (
        <TableScroll label="Earlier assignments">
          <table className="tb batches">
            <thead><tr><th scope="col">When</th><th scope="col">How</th><th scope="col">Phase</th><th scope="col">What counts</th><th scope="col" className="r">Articles</th><th scope="col" className="r">People</th><th scope="col" className="r">Submitted</th><th scope="col">Due</th><th scope="col">Seed</th></tr></thead>
            <tbody>
              {batches.map((batch) => (
                <tr key={batch.id}>
                  <td className="num"><time dateTime={batch.createdAt.toISOString()}>{batch.createdAt.toISOString().slice(0, 16).replace("T", " ")}</time>{batch.createdBy && <span className="under" dir="auto">{batch.createdBy}</span>}</td>
                  <td>{howWords(batch)}{batch.places > 0 && <span className="under num">{batch.taken.toLocaleString("en")} of {counted(batch.places, "place", "places")} taken</span>}</td>
                  <td>{PHASE_NAMES[batch.phase]}{batch.round > 1 && <span className="under">Round {batch.round}</span>}</td>
                  <td>{partsWords(batch.blocks)}</td>
                  <td className="r num">{batch.articles.toLocaleString("en")}</td>
                  <td className="r num">{batch.people.toLocaleString("en")}</td>
                  <td className="r num">{batch.submitted.toLocaleString("en")} of {batch.assignments.toLocaleString("en")}</td>
                  <td className="num">{batch.dueOn ?? "none"}</td>
                  <td><code>{batch.seed}</code></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
