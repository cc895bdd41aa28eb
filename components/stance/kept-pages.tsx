import Link from "next/link";
import { PrintButton } from "@/components/agreement/print-button";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { TableScroll } from "@/components/ui/table-scroll";
import type { KeptEntry, KeptFigure } from "@/lib/stance/behind";
import type { ReportCard } from "@/lib/stance/report";
import { CardPane } from "./card-pane";
import { CopyLink } from "./copy-link";
import { keptHref, pageHref, type StancePlace } from "./links";
import type { Say } from "./say";
import { StanceFigures } from "./stance-screen";

/** The list of kept figures, the newest first. */
export function KeptList({ say, projectId, items, next }: { say: Say; projectId: string; items: readonly KeptEntry[]; next: string | null }) {
  const { card: c } = say;
  return (
    <div className="page">
      <PageHead title={c("kept.title")} acts={<Button size="small" href={`/p/${projectId}/stance`}>{c("kept.go")}</Button>} sub={c("kept.sub")} />
      {items.length === 0 ? <EmptyState what={c("kept.none")} why={c("kept.noneWhy")} action={<Button href={`/p/${projectId}/stance`}>{c("kept.go")}</Button>} /> : (
        <ul className="st-kept">
          {items.map((one) => (
            <li key={one.id}>
              <Link className="link" prefetch={false} href={keptHref(projectId, one.id)}>{one.name}</Link>
              <span className="x12">{c(one.cell === null ? "kept.table" : "kept.card")} · {byline(say, one)}</span>
            </li>
          ))}
        </ul>
      )}
      {next !== null && <nav className="wrap" aria-label={c("kept.pages")}><Button href={`?after=${next}`}>{c("kept.more")}</Button></nav>}
    </div>
  );
}

const byline = ({ card: c, moment }: Say, { keptBy, keptAt }: KeptEntry): string => (keptBy === null ? c("kept.byNobody", { date: moment(keptAt) }) : c("kept.by", { who: keptBy, date: moment(keptAt) }));

/** A kept figure as it was kept, and whether today's data give the same. */
export function KeptPage({ say, projectId, kept, on }: { say: Say; projectId: string; kept: KeptFigure; on: string | null }) {
  const { t, card: c } = say;
  const { result, today } = kept;
  const targets = result.kind === "table" ? result.table.targets : [result.card.target];
  const place: StancePlace = { projectId, choice: kept.choice, targetId: targets.find((one) => one.id === on)?.id ?? targets[0]?.id ?? "", whose: kept.cell === null ? null : kept.cell, from: 0 };
  return (
    <div className="page st-kept-one">
      <PageHead
        title={kept.name}
        acts={<>
          <CopyLink path={keptHref(projectId, kept.id)} words={t("filters.copyLink")} copied={t("filters.linkCopied")} refused={t("filters.linkByHand")} />
          <Button size="small" href={pageHref(place)}>{c("kept.now")}</Button>
          <Button size="small" href={keptHref(projectId)}>{c("kept.all")}</Button>
          <PrintButton words={c("card.print")} />
        </>}
        sub={<>{c("kept.version", { date: say.moment(kept.keptAt), version: kept.dataVersion })} {byline(say, kept)}</>}
      />
      <p className="st-today">{today.state === "other" ? c("kept.other", { n: today.moved.length }) : c(`kept.${today.state}`)}</p>
      {today.moved.length > 0 && <Moves say={say} kept={kept} />}
      {result.kind === "table" ? <div className="stance kept-table"><StanceFigures say={say} place={place} table={result.table} linked={false} /></div> : <KeptCard say={say} place={place} card={result.card} />}
    </div>
  );
}

function KeptCard({ say, place, card }: { say: Say; place: StancePlace; card: ReportCard }) {
  return <CardPane say={say} place={place} card={card} rest={Promise.resolve(card)} outlets={[]} workTitles={{}} against={null} keep={null} />;
}

function Moves({ say, kept }: { say: Say; kept: KeptFigure }) {
  const { card: c, signed } = say;
  const { result, today } = kept;
  const names = new Map<string, string>(result.kind === "table" ? [...result.table.outlets.map((one) => [one.id, one.name] as const), ...result.table.singles.map((one) => [one.workId, one.title] as const), ...result.table.targets.map((one) => [one.id, one.name] as const)] : [[result.card.whose.id, result.card.whose.name], [result.card.target.id, result.card.target.name]]);
  const value = (mean: number | null): string => (mean === null ? "–" : signed(mean));
  return (
    <details className="numbers" open={today.moved.length <= 10}>
      <summary>{c("kept.other", { n: today.moved.length })}</summary>
      <TableScroll label={c("kept.moved.what")}>
        <table className="tb">
          <thead><tr><th scope="col">{c("kept.moved.what")}</th><th scope="col" className="r">{c("kept.moved.kept")}</th><th scope="col" className="r">{c("kept.moved.today")}</th></tr></thead>
          <tbody>{today.moved.map((one) => <tr key={`${one.id} ${one.targetId}`}><th scope="row">{say.t("whoseOn", { whose: names.get(one.id) ?? one.id, target: names.get(one.targetId) ?? one.targetId })}</th><td className="r">{value(one.kept)}</td><td className="r">{value(one.today)}</td></tr>)}</tbody>
        </table>
      </TableScroll>
    </details>
  );
}
