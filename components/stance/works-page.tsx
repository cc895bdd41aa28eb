import Link from "next/link";
import { CountsBar } from "@/components/charts/counts-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { sumCounts } from "@/lib/stance/counts";
import type { ArticleRow, CoderRow, WorkRow, Works } from "@/lib/stance/behind";
import type { Whose } from "@/lib/stance/report";
import { CountTriple } from "./count-links";
import { backHref, marksHref, type StancePlace } from "./links";
import type { Say } from "./say";

type Props = { say: Say; place: StancePlace; whose: Whose; names: { whose: string; target: string }; list: Works; shown: string | undefined; first: boolean; here: Readonly<Record<string, string>> };

/** The works behind a figure; each opens its articles, each article those who read it, and their counts open the marks. */
export function WorksPage({ say, place, whose, names, list, shown, first, here }: Props) {
  const { t, card: c } = say;
  const more = list.next === null ? null : `?${new URLSearchParams({ ...here, cursor: list.next }).toString()}`;
  return (
    <div className="page">
      <PageHead
        title={c("works.title", names)}
        facts={c("works.facts", { n: list.total })}
        acts={<><Button size="small" href={backHref({ ...place, whose }, shown)}>{t("spans.back")}</Button>{place.choice.measured === "spans" && <Button size="small" href={marksHref(place, whose)}>{c("works.head.marks")}</Button>}</>}
        sub={c("works.sub")}
      />
      {place.choice.adjust === "severity" && <p className="muted">{c("works.marked")}</p>}
      {list.items.length === 0 && <EmptyState what={c("works.none")} why={c("works.noneWhy")} />}
      <div className="st-works">
        {list.items.map((work, index) => <Work key={work.workId} {...{ say, place, whose, work }} open={index === 0 || list.items.length < 4} />)}
      </div>
      {(more !== null || !first) && (
        <nav className="wrap" aria-label={c("works.pages")}>
          {!first && <Button href={`?${new URLSearchParams(here).toString()}`}>{c("works.first")}</Button>}
          {more !== null && <Button href={more}>{c("works.more")}</Button>}
        </nav>
      )}
    </div>
  );
}

type Of = Pick<Props, "say" | "place" | "whose">;

function Work({ say, place, whose, work, open }: Of & { work: WorkRow; open: boolean }) {
  return (
    <details className="st-work" open={open}>
      <summary><span className="num st-value">{say.signed(work.value)}</span><span className="st-title serif">{work.title}</span><span className="x12 num">{say.card("card.genreArticles", { n: work.articles.length, level: "enough" })}</span></summary>
      {work.articles.map((article) => <Article key={article.articleId} {...{ say, place, whose, article }} />)}
    </details>
  );
}

function Article({ say, place, whose, article }: Of & { article: ArticleRow }) {
  const { card: c, signed, genre, day } = say;
  const facts = [
    article.publisher !== null && article.outlet !== null && article.publisher !== article.outlet ? c("works.by", { publisher: article.publisher, outlet: article.outlet }) : (article.outlet ?? article.publisher),
    article.publishedOn === null ? null : day(article.publishedOn), article.genre === null ? null : genre(article.genre), article.settled ? c("works.settled") : null,
  ].filter((fact) => fact !== null);
  return (
    <section className="st-article" aria-label={article.title}>
      <div className="st-article-h">
        <span className="num st-value">{signed(article.value)}</span>
        <span><Link className="link" prefetch={false} href={`/p/${place.projectId}/articles/${article.articleId}`}>{article.title}</Link> <span className="x12">{facts.join(" · ")}</span></span>
      </div>
      <TableScroll label={c("works.marksOf", { name: c("works.head.who"), title: article.title })}>
        <table className="tb st-coders">
          <thead><tr><th scope="col">{c("works.head.who")}</th><th scope="col" className="r">{c("works.head.value")}</th>{place.choice.measured === "spans" && <th scope="col">{c("works.head.marks")}</th>}</tr></thead>
          <tbody>{article.coders.map((coder) => <Coder key={coder.coderId} {...{ say, place, whose, article, coder }} />)}</tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Coder({ say, place, whose, article, coder }: Of & { article: ArticleRow; coder: CoderRow }) {
  const { card: c, charts, signed } = say;
  const name = coder.name ?? c("works.nobody");
  const { counts } = coder;
  const voice = place.choice.voice === "all" ? null : place.choice.voice;
  const shown = voice === null ? sumCounts([counts.own, counts.quoted, counts.embedded, counts.none]) : counts[voice];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="r">{signed(coder.value)}</td>
      {place.choice.measured === "spans" && (
        <td>
          {coder.spans === 0 ? <span className="fad">{c("works.noMarks")}</span> : (
            <span className="st-marks">
              <CountsBar t={charts} counts={shown} of={c("works.marksOf", { name, title: article.title })} width={72} />
              <CountTriple say={say} place={place} row={{ whose: whose.groupId === undefined ? "work" : "group", id: whose.groupId ?? whose.workId ?? "", name }} voice={voice} counts={shown} of={{ article: article.articleId, coder: coder.coderId }} />
              <Link className="link x12" prefetch={false} href={marksHref(place, whose, { article: article.articleId, coder: coder.coderId })} aria-label={c("works.marksOf", { name, title: article.title })}>{c("card.marks", { n: coder.spans })}</Link>
            </span>
          )}
        </td>
      )}
    </tr>
  );
}
