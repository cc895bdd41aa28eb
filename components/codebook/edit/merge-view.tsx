"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Foot } from "@/components/ui/foot";
import { PageHead } from "@/components/ui/page-head";
import type { CodebookContent } from "@/lib/codebook/content";
import { diffContents } from "@/lib/codebook/diff";
import { changeSentence, type Change } from "@/lib/codebook/diff-parts";
import { choose, mergeContents } from "@/lib/codebook/merge";
import { Clash, type Side } from "./clash";

/** Two coordinators changed one draft: what each changed, and a choice at every place where both did. Then both are saved as one. */
export function MergeView({ base, mine, theirs, onSettle }: { base: CodebookContent; mine: CodebookContent; theirs: CodebookContent; onSettle: (content: CodebookContent) => Promise<boolean> }) {
  const [t, acts] = [useTranslations("codebookEdit.clash"), useTranslations("acts")];
  const { merged, conflicts } = useMemo(() => mergeContents(base, mine, theirs), [base, mine, theirs]);
  const [sides, setSides] = useState<readonly (Side | null)[]>(() => conflicts.map(() => null));
  const [busy, setBusy] = useState(false);
  const open = sides.filter((side) => side === null).length;
  const save = () => {
    setBusy(true);
    void onSettle(conflicts.reduce((content, conflict, index) => choose(content, conflict, sides[index] ?? "theirs"), merged)).finally(() => setBusy(false));
  };
  return (
    <div className="cb-edit">
      <section className="cb-merge" aria-labelledby="merge-h">
        <PageHead title={<span id="merge-h">{t("title")}</span>} sub={t("sub")} />
        {conflicts.length > 0 && (
          <section className="sect" aria-labelledby="clashes-h">
            <div className="sect-h">
              <h2 id="clashes-h">{t("places", { n: conflicts.length })}</h2>
              {conflicts.length > 1 && <span className="push wrap"><Button size="small" onClick={() => setSides(conflicts.map(() => "mine"))}>{t("allMine")}</Button><Button size="small" onClick={() => setSides(conflicts.map(() => "theirs"))}>{t("allTheirs")}</Button></span>}
            </div>
            <ul>{conflicts.map((conflict, index) => <Clash key={conflict.path.join("/")} {...{ base, mine, theirs, conflict }} side={sides[index] ?? null} onSide={(side) => setSides(sides.map((one, at) => (at === index ? side : one)))} />)}</ul>
          </section>
        )}
        <div className="cb-sides">
          <Changed name={t("you")} changes={diffContents(base, mine)} />
          <Changed name={t("other")} changes={diffContents(base, theirs)} />
        </div>
      </section>
      <Foot acts={<Button look="primary" busy={busy} disabled={open > 0} onClick={save}>{busy ? acts("saving") : t("save")}</Button>}>
        <span className="status" role="status">{open > 0 ? t("wait", { n: open }) : t("ready")}</span>
      </Foot>
    </div>
  );
}

function Changed({ name, changes }: { name: string; changes: readonly Change[] }) {
  const t = useTranslations("codebookEdit.clash");
  return (
    <section className="sect" aria-label={name}>
      <h2>{name}</h2>
      {changes.length === 0 ? <p className="muted">{t("nothing")}</p> : <ul className="plain-list">{changes.map((change, index) => <li key={index} dir="auto">{changeSentence(change)}</li>)}</ul>}
    </section>
  );
}
