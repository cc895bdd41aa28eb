"use client";

import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { useDates } from "@/components/words/use-dates";
import { verdictsApi } from "./api";
import { useComparison } from "./context";
import { OmissionNote } from "./omission-note";
import { useSaving } from "./use-saving";

/** What people said of passages: who, when, and whether its words are still there. Each can be taken back. */
export function Corrections() {
  const t = useTranslations("compare.correct");
  const toast = useToast();
  const { day } = useDates();
  const { projectId, found, naming, mayWrite } = useComparison();
  const { busy, problem, save } = useSaving();
  const takeBack = async (verdictId: string, version: number) => {
    if (await save(async () => void (await unwrap(verdictsApi[":verdictId"].$delete({ param: { projectId, verdictId }, json: { version } }))))) toast({ text: t("undone") });
  };
  return (
    <section className="sect no-print" aria-labelledby="corrections">
      <h2 id="corrections">{t("list")}</h2>
      {problem && <Alert>{problem.detail}</Alert>}
      {found.verdicts.length === 0 ? <p className="x12">{t("none")}</p> : (
        <ul className="cmp-list">
          {found.verdicts.map(({ id, version, a, b, quotes, verdict, state, memberName, at }) => (
            <li key={id}>
              <p dir="auto"><b>{naming.column(a.articleId)}</b> <span className="serif">{quotes[0]}</span></p>
              <p dir="auto"><b>{naming.column(b.articleId)}</b> <span className="serif">{quotes[1]}</span></p>
              <p className="x12"><b>{t(verdict === "same" ? "same" : "different")}</b> <span>{t("by", { name: memberName ?? "–", when: day(at) })}</span>
                {mayWrite && <Button look="quiet" size="small" busy={busy} label={t("takeBackOf", { quote: quotes[0].slice(0, 60) })} onClick={() => void takeBack(id, version)}>{t("takeBack")}</Button>}
              </p>
              {state !== "standing" && <p className="x12">{t(state === "changed" ? "changed" : "carried")}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Every omission that was noted of the shown articles, also those whose row is not what it was. */
export function Omissions({ csv }: { csv: string | null }) {
  const t = useTranslations("compare.omission");
  const page = useTranslations("compare.page");
  const { found, naming } = useComparison();
  return (
    <section className="sect" aria-labelledby="omissions">
      <div className="sect-h"><h2 id="omissions">{t("list")}</h2>{csv !== null && found.omissions.length > 0 && <a className="link x12 no-print" href={csv}>{page("omissionsCsv")}</a>}</div>
      {found.omissions.length === 0 ? <p className="x12">{t("none")}</p> : (
        <ul className="cmp-list">
          {found.omissions.map((one) => (
            <li key={one.id}>
              <p className="x12">{t("line", { article: naming.column(one.articleId), teller: naming.column(one.toldBy) })}</p>
              <blockquote className="serif cmp-quote" dir="auto">{one.quote}</blockquote>
              <OmissionNote omission={one} />
              {one.told === null ? <p className="x12">{t("gone")}</p> : one.nowTold && <p className="x12">{t("nowTold")}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
