"use client";

import { Copy } from "lucide-react";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import type { Genre } from "@/lib/articles/provenance";
import type { Counts, Progress } from "@/lib/articles/progress";
import type { Match } from "@/lib/articles/search/match";
import { useDates } from "@/components/words/use-dates";
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
  match: Match | null;
};
/** Which rows are ticked; left out where nothing can be done with them. */
export type Selection = { ids: ReadonlySet<string>; toggle: (id: string) => void; toggleAll: () => void };

/** The table of one page of articles. */
export function ArticleTable({ base, items, selection, seesProgress, seesAll }: { base: string; items: readonly ListedArticle[]; selection?: Selection | undefined; seesProgress: boolean; seesAll: boolean }) {
  const t = useTranslations("articles");
  const names = useTranslations("names");
  const format = useFormatter();
  const { date } = useDates();
  const hidden = (words: ReactNode) => <span className="vh">{words}</span>;
  const chosen = selection ? items.filter((item) => selection.ids.has(item.id)).length : 0;
  return (
    <table className="tb">
      <caption className="vh">{t("title")}</caption>
      <colgroup>
        {selection && <col className="pick" />}<col /><col className="outlet" /><col className="day" /><col className="genre" /><col className="count" />
        {seesAll && <col className="count" />}{seesProgress && <col className="people" />}<col className="state" />
      </colgroup>
      <thead>
        <tr>
          {selection && <th scope="col"><Checkbox label={t("columns.all")} hideLabel checked={chosen === items.length} mixed={chosen > 0 && chosen < items.length} onChange={selection.toggleAll} /></th>}
          <th scope="col">{t("columns.headline")}</th><th scope="col" className="outlet">{t("columns.origin")}</th><th scope="col" className="day">{t("columns.published")}</th><th scope="col" className="genre">{t("columns.genre")}</th><th scope="col" className="r count">{t("columns.words")}</th>
          {seesAll && <th scope="col" className="r count">{t("columns.copies")}</th>}{seesProgress && <th scope="col" className="people">{t("columns.annotators")}</th>}<th scope="col">{t("columns.state")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} className={selection?.ids.has(item.id) ? "on" : undefined}>
            {selection && <td><Checkbox label={t("choose", { title: item.title })} hideLabel checked={selection.ids.has(item.id)} onChange={() => selection.toggle(item.id)} /></td>}
            <th scope="row" className="hl"><div className="cut" dir="auto"><Link href={`${base}/${item.id}`} title={item.title}><Masked text={item.title} /></Link></div>{item.match && <MatchLine match={item.match} />}<span className="pub cut under" aria-hidden="true">{item.outlet?.name ?? (item.sourceHidden ? t("sourceHidden") : t("unknownOutlet"))}</span></th>
            <td className="o outlet">{item.sourceHidden ? <i className="redact hatch w96" role="img" aria-label={t("sourceHidden")} /> : <Origin outlet={item.outlet?.name ?? null} publisher={item.publisher?.name ?? null} />}</td>
            <td className="day">{date(item.publishedOn)}</td>
            <td className="genre">{item.genre ? names(`genres.${item.genre as Genre}`) : ""}</td>
            <td className="r count">{format.number(item.words)}</td>
            {seesAll && <td className="r count">{item.copies ? <span className="cp" title={t("carryTitle", { n: item.copies + 1 })}><Icon of={Copy} size="s" />{t.rich("carry", { n: item.copies + 1, hidden })}</span> : null}</td>}
            {seesProgress && <td className="people">{item.counts && <ProgressDots counts={item.counts} />}</td>}
            <td className="st">{item.progress ? <StateWord state={item.progress} /> : item.own ? <OwnState state={item.own.state} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where a search found its words. */
function MatchLine({ match: { text, marks } }: { match: Match }) {
  const chars = [...text];
  const slice = (start: number, end?: number) => chars.slice(start, end).join("");
  return <span className="match cut" dir="auto">{marks.map(({ start, end }, at) => <Fragment key={start}>{slice(marks[at - 1]?.end ?? 0, start)}<mark>{slice(start, end)}</mark></Fragment>)}{slice(marks.at(-1)?.end ?? 0)}</span>;
}

/** The outlet, and the publisher where it is another one. */
export function Origin({ outlet, publisher }: { outlet: string | null; publisher: string | null }) {
  const t = useTranslations("articles");
  return (
    <>
      <div className="cut" dir="auto" title={outlet ?? undefined}>{outlet ?? <span className="unk">{t("unknownOutlet")}</span>}</div>
      {publisher !== null && publisher !== outlet && <span className="pub cut" dir="auto" title={publisher}>{t("via", { name: publisher })}</span>}
    </>
  );
}
