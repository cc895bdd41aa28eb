"use client";

import { useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Note } from "@/components/ui/note";
import { useToast } from "@/components/ui/toast";
import type { Look } from "@/lib/compare/address";
import type { Comparison } from "@/lib/compare/document";
import { ColumnHeads } from "./column-heads";
import { CompareProvider, type Asking } from "./context";
import { Corrections, Omissions } from "./corrections";
import { ChooseDialog } from "./dialogs/choose-dialog";
import { CorrectDialog } from "./dialogs/correct-dialog";
import { OmissionDialog } from "./dialogs/omission-dialog";
import { FullTexts } from "./full-text";
import { Legend } from "./legend";
import { MakeSet } from "./make-set";
import { useNaming } from "./naming";
import { NothingToCompare } from "./nothing";
import { Row } from "./rows/row";
import { drawingOf } from "./text/draw";
import { Tools } from "./tools";
import { useDifferences } from "./use-differences";

/** Articles on one event side by side. `above` stands between the heading and the columns. */
export function CompareScreen({ projectId, found, look, mayWrite, mayMakeSets, keys, above }: { projectId: string; found: Comparison; look: Look; mayWrite: boolean; mayMakeSets: boolean; keys: boolean; above?: ReactNode }) {
  const t = useTranslations("compare.page");
  const toast = useToast();
  const naming = useNaming(found, look.names);
  const [asking, setAsking] = useState<Asking | null>(null);
  const drawings = useMemo(() => new Map(found.columns.map((column) => [column.id, drawingOf(column)])), [found.columns]);
  const here = `/p/${projectId}/compare/${found.set?.id ?? "articles"}`;
  const passages = found.rows.filter(({ headlines }) => !headlines).length;
  const rows = found.rows.filter((row) => row.headlines || look.show === "all" || (look.show === "lone") === (row.cells.length === 1));
  const shown = rows.filter(({ headlines }) => !headlines).length;
  const several = found.columns.length > 1;
  const { current, next } = useDifferences(rows.filter((row) => !row.headlines && row.cells.length < found.columns.length).map(({ key }) => key), keys && several && look.view === "aligned", (where) => toast({ text: t(where === "none" ? "noDifference" : "lastDifference") }));
  const csv = found.set ? `/api/v1/projects/${projectId}/compare/${found.set.id}/omissions.csv` : null;
  return (
    <CompareProvider value={{ projectId, found, look, naming, drawings, mayWrite, ask: setAsking }}>
      <div className="compare" data-view={look.view}>
        <Tools here={here} keys={keys} nextDifference={() => next()} />
        {(found.missing > 0 || found.marksCut) && <div className="cmp-notes">{found.missing > 0 && <Note>{t("missing", { n: found.missing })}</Note>}{found.marksCut && <Note>{t("marksCut")}</Note>}</div>}
        {!found.set && mayMakeSets && several && <MakeSet />}
        {!several || passages === 0 && found.rows.length === 0 ? <NothingToCompare mayWrite={mayMakeSets} /> : (
          <>
            {above}
            {look.marks && <Legend />}
            <ColumnHeads passages={passages} shown={shown} />
            {look.view === "full" ? <FullTexts /> : (
              <div className="cmp-rows">
                {rows.map((row) => <Row key={row.key} row={row} current={row.key === current} />)}
                {shown === 0 && passages > 0 && <p className="cmp-notes">{t("noneShown")}. {t("noneShownWhy")}</p>}
              </div>
            )}
            {look.view === "aligned" && <div className="cmp-below">{found.set && <Omissions csv={csv} />}{look.names && <Corrections />}</div>}
          </>
        )}
      </div>
      {asking?.kind === "choose" && <ChooseDialog here={here} onClose={() => setAsking(null)} />}
      {asking?.kind === "correct" && <CorrectDialog asking={asking} onClose={() => setAsking(null)} />}
      {(asking?.kind === "omission" || asking?.kind === "note") && <OmissionDialog asking={asking} onClose={() => setAsking(null)} />}
    </CompareProvider>
  );
}
