import { Copy } from "lucide-react";
import Link from "next/link";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { GENRE_NAMES, type Genre } from "@/lib/articles/provenance";
import type { Counts, Progress } from "@/lib/articles/progress";
import { Masked } from "./masked";
import { OwnState, ProgressDots, StateWord } from "./progress-dots";

/** What the list shows of an article. */
export type ListedArticle = {
  id: string;
  title: string;
  outlet: { name: string } | null;
  publisher: { name: string } | null;
  publishedOn: string | null;
  genre: string | null;
  words: number;
  copies: number | null;
  counts: Counts | null;
  progress: Progress | null;
  own: { assignmentId: string; state: string } | null;
  sourceHidden?: boolean | undefined;
};
/** Which rows are ticked; left out where nothing can be done with them. */
export type Selection = { ids: ReadonlySet<string>; toggle: (id: string) => void; toggleAll: () => void };

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as "9 May 2024". */
export function shortDay(day: string | null): string {
  const [year, month, date] = (day ?? "").split("-").map(Number);
  return year === undefined || !month || !date ? "" : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** The table of one page of articles. */
export function ArticleTable({ base, items, selection, seesProgress, seesAll }: { base: string; items: readonly ListedArticle[]; selection?: Selection | undefined; seesProgress: boolean; seesAll: boolean }) {
  const chosen = selection ? items.filter((item) => selection.ids.has(item.id)).length : 0;
  return (
    <table className="tb">
      <caption className="vh">Articles</caption>
      <colgroup>
        {selection && <col className="pick" />}<col /><col className="outlet" /><col className="day" /><col className="genre" /><col className="count" />
        {seesAll && <col className="count" />}{seesProgress && <col className="people" />}<col className="state" />
      </colgroup>
      <thead>
        <tr>
          {selection && <th scope="col"><Checkbox label="All on this page" hideLabel checked={chosen === items.length} mixed={chosen > 0 && chosen < items.length} onChange={selection.toggleAll} /></th>}
          <th scope="col">Headline</th><th scope="col" className="outlet">Outlet, publisher</th><th scope="col" className="day">Published</th><th scope="col" className="genre">Genre</th><th scope="col" className="r count">Words</th>
          {seesAll && <th scope="col" className="r count">Copies</th>}{seesProgress && <th scope="col" className="people">Annotators</th>}<th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} className={selection?.ids.has(item.id) ? "on" : undefined}>
            {selection && <td><Checkbox label={`Choose ${item.title}`} hideLabel checked={selection.ids.has(item.id)} onChange={() => selection.toggle(item.id)} /></td>}
            <th scope="row" className="hl"><div className="cut" dir="auto"><Link href={`${base}/${item.id}`} title={item.title}><Masked text={item.title} /></Link></div><span className="pub cut under" aria-hidden="true">{item.outlet?.name ?? (item.sourceHidden ? "source hidden" : "outlet unknown")}</span></th>
            <td className="o outlet">{item.sourceHidden ? <i className="redact hatch w96" role="img" aria-label="source hidden" /> : <Origin outlet={item.outlet?.name ?? null} publisher={item.publisher?.name ?? null} />}</td>
            <td className="day">{shortDay(item.publishedOn)}</td>
            <td className="genre">{item.genre ? GENRE_NAMES[item.genre as Genre] : ""}</td>
            <td className="r count">{item.words.toLocaleString("en")}</td>
            {seesAll && <td className="r count">{item.copies ? <span className="cp" title={`${item.copies + 1} articles carry these words`}><Icon of={Copy} size="s" />{item.copies + 1}<span className="vh"> articles carry these words</span></span> : null}</td>}
            {seesProgress && <td className="people">{item.counts && <ProgressDots counts={item.counts} />}</td>}
            <td className="st">{item.progress ? <StateWord state={item.progress} /> : item.own ? <OwnState state={item.own.state} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The outlet, and the publisher where it is another one. */
export function Origin({ outlet, publisher }: { outlet: string | null; publisher: string | null }) {
  return (
    <>
      <div className="cut" dir="auto" title={outlet ?? undefined}>{outlet ?? <span className="unk">outlet unknown</span>}</div>
      {publisher !== null && publisher !== outlet && <span className="pub cut" dir="auto" title={publisher}>via {publisher}</span>}
    </>
  );
}
