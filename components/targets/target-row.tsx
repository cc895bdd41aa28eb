"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { Switch } from "@/components/ui/switch";
import { Tag } from "@/components/ui/tag";
import type { MergedTarget, Target } from "@/lib/codebook/target";

type Acts = { onEdit: () => void; onFocus: (isFocus: boolean) => void; onArchive: () => void; onMove: (by: -1 | 1) => void; onMerge: () => void; onUnmerge: (merged: MergedTarget) => void };

/** One target: its names, what was merged into it, and what can be done. `href` leads to where it stands, for those who may look. */
export function TargetRow({ target, parent, mayWrite, href, ...acts }: { target: Target; parent: string | undefined; mayWrite: boolean; href: string | undefined } & Acts) {
  const t = useTranslations("targets.row");
  const both = useTranslations("acts");
  const { name } = target;
  return (
    <div className="target">
      <div className="what">
        <h2 dir="auto">{href === undefined ? target.name : <Link className="plain" prefetch={false} href={href}>{target.name}</Link>}</h2>
        {parent !== undefined && <span className="x12">{t("partOf", { name: parent })}</span>}
        {target.description !== "" && <p className="muted" dir="auto">{target.description}</p>}
        {target.aliases.length > 0 && (
          <ul className="wrap" aria-label={t("aliases", { name })}>
            {target.aliases.map(({ alias, isAmbiguous }) => <li key={alias}><Tag title={isAmbiguous ? t("ambiguousTitle") : undefined}><bdi>{alias}</bdi>{isAmbiguous && <span className="faint">{t("ambiguous")}</span>}</Tag></li>)}
          </ul>
        )}
        <MergedNames target={target} onUnmerge={mayWrite ? acts.onUnmerge : undefined} />
      </div>
      {mayWrite ? <Switch label={t.rich("focusOn", { name, hidden: (words) => <span className="vh">{words}</span> })} checked={target.isFocus} onChange={(event) => acts.onFocus(event.target.checked)} /> : <span className="x12">{target.isFocus ? t("inFocus") : ""}</span>}
      {mayWrite && (
        <span className="row">
          <Button size="small" label={t("edit", { name })} onClick={acts.onEdit}>{both("edit")}</Button>
          <Menu
            className="btn quiet icon small"
            align="end"
            label={t("more", { name })}
            trigger={<Icon of={Ellipsis} />}
            items={[
              ...(href === undefined ? [] : [{ label: t("stands"), href }, "rule" as const]),
              { label: t("up"), onSelect: () => acts.onMove(-1) },
              { label: t("down"), onSelect: () => acts.onMove(1) },
              "rule",
              { label: t("merge"), onSelect: acts.onMerge },
              { label: t("archive"), onSelect: acts.onArchive },
            ]}
          />
        </span>
      )}
    </div>
  );
}

/** What was merged into a target, each with the way back for those who may undo it. */
export function MergedNames({ target, onUnmerge }: { target: Target; onUnmerge: ((merged: MergedTarget) => void) | undefined }) {
  const t = useTranslations("targets.row");
  if (target.merged.length === 0) return null;
  return (
    <ul className="merged x12" aria-label={t("mergedInto", { name: target.name })}>
      {target.merged.map((merged) => (
        <li key={merged.id}>
          <span>{t.rich("withMarks", { name: merged.name, b: (words) => <bdi>{words}</bdi> })}</span>
          {onUnmerge && <Button size="small" look="quiet" label={t("undoOf", { name: merged.name })} onClick={() => onUnmerge(merged)}>{t("undo")}</Button>}
        </li>
      ))}
    </ul>
  );
}
