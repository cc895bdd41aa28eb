import { caveatsOf } from "@/lib/agreement/reading";
import type { Report } from "@/lib/agreement/report";
import { intervalOf } from "./lines-table";
import type { Say } from "./say";
import { basisSentence, caveatSentence, finding } from "./sentences";

/** The finding first: the figure with its interval, what it is like, the statistic in full, and how to read it with care. */
export function Lead({ say, report: { headline, causes, severity }, level = 1 }: { say: Say; report: Report; /** Of its heading. */ level?: 1 | 2 }) {
  const [Heading, Lesser] = level === 1 ? (["h1", "h2"] as const) : (["h2", "h3"] as const);
  const { t, figure } = say;
  const value = headline.figure.value;
  const caveats = caveatsOf(headline, severity);
  return (
    <header className="ag-lead">
      <div>
        <p className="big num">{value === null ? "–" : figure(value)}</p>
        <p className="x12 num">{value === null ? null : intervalOf(say, headline)}</p>
      </div>
      <div>
        <Heading className="ag-finding">{finding(say, headline)}</Heading>
        <p className="muted">{basisSentence(say, headline, causes)}</p>
        {caveats.length > 0 && (
          <div className="ag-caveats">
            <Lesser>{t("caveats.title")}</Lesser>
            <ul>{caveats.map((caveat) => <li key={caveat.kind}>{caveatSentence(say, caveat)}</li>)}</ul>
          </div>
        )}
      </div>
    </header>
  );
}
