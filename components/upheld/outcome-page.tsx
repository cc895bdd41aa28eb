import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { requestTranslator, requestWords } from "@/components/words/request-words";
import { formatter, type Translator } from "@/components/words/words";
import type { BeforeAfter } from "@/lib/adjudication/around/before-after";
import type { Upheld } from "@/lib/adjudication/around/upheld";
import { REASONS } from "@/lib/adjudication/cluster";

type Figures = BeforeAfter & { names: Record<string, string> };

/** How decisions treated marks, and agreement before and after. `figures` is null in a class, undefined for whoever may not read agreement. */
export async function OutcomePage({ upheld, figures, everybody }: { upheld: readonly Upheld[]; figures: Figures | null | undefined; everybody: boolean }) {
  const t = await requestTranslator("outcome");
  return (
    <div className="page">
      <PageHead title={t("title")} sub={t("sub")} />
      <section className="sect" aria-labelledby="upheld-title">
        <div className="sect-h"><h2 id="upheld-title">{t("upheld")}</h2><span className="x12">{t(everybody ? "everybody" : "onlyLead")}</span></div>
        {upheld.length === 0 ? <EmptyState level={3} what={t("none")} why={t("noneWhy")} /> : <><UpheldTable t={t} items={upheld} /><p className="x12">{t("caveat")}</p></>}
      </section>
      {figures !== undefined && (
        <section className="sect" aria-labelledby="agreement-title">
          <h2 id="agreement-title">{t("agreement")}</h2>
          {figures === null ? <p className="muted">{t("classOnly")}</p> : figures.articles === 0 ? <p className="muted">{t("noSettled")}</p> : <><p className="muted">{t("agreementSub", { n: figures.articles })}</p><AgreementTable t={t} figures={figures} /></>}
        </section>
      )}
    </div>
  );
}

function UpheldTable({ t, items }: { t: Translator<"outcome">; items: readonly Upheld[] }) {
  return (
    <TableScroll label={t("upheld")}>
      <table className="tb">
        <thead><tr><th scope="col">{t("columns.who")}</th><th scope="col" className="r">{t("columns.decided")}</th><th scope="col" className="r">{t("columns.upheld")}</th><th scope="col">{t("columns.share")}</th><th scope="col">{t("columns.why")}</th></tr></thead>
        <tbody>
          {items.map(({ memberId, name, decided, upheld, rate, reasons }) => (
            <tr key={memberId}>
              <th scope="row" dir="auto">{name}</th><td className="r num">{decided}</td><td className="r num">{upheld}</td>
              <td className="num">{rate.value === null ? "" : t("share", rate.value)}</td>
              <td>{[...REASONS, "none" as const].flatMap((reason) => (reasons[reason] === undefined ? [] : [t(`reasons.${reason}`, { n: reasons[reason] })])).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

async function AgreementTable({ t, figures }: { t: Translator<"outcome">; figures: Figures }) {
  const { language } = await requestWords();
  const format = formatter(language);
  const said = (figure: Figures["first"]["exact"]): string => {
    if (figure.value !== null) return format.number(figure.value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return t("undefined", { reason: t(figure.reason === "no_shared_article" ? "no_shared_article" : "nothing_marked") });
  };
  const lines = [
    { name: t("first"), articles: figures.articles, ...figures.first },
    { name: t("latest"), articles: figures.articles, ...figures.latest },
    ...figures.annotators.map(({ memberId, ...one }) => ({ name: t("record", { name: figures.names[memberId] ?? "" }), ...one })),
  ];
  return (
    <TableScroll label={t("agreement")}>
      <table className="tb">
        <thead><tr><th scope="col" /><th scope="col" className="r">{t("columns.articles")}</th><th scope="col" className="r">{t("columns.exact")}</th><th scope="col" className="r">{t("columns.overlap")}</th></tr></thead>
        <tbody>{lines.map((line) => <tr key={line.name}><th scope="row" dir="auto">{line.name}</th><td className="r num">{line.articles}</td><td className="r num">{said(line.exact)}</td><td className="r num">{said(line.overlap)}</td></tr>)}</tbody>
      </table>
    </TableScroll>
  );
}
