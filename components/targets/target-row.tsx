import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { Switch } from "@/components/ui/switch";
import { Tag } from "@/components/ui/tag";
import type { MergedTarget, Target } from "@/lib/codebook/target";

type Acts = { onEdit: () => void; onFocus: (isFocus: boolean) => void; onArchive: () => void; onMove: (by: -1 | 1) => void; onMerge: () => void; onUnmerge: (merged: MergedTarget) => void };

/** One target: its names, what was merged into it, and what can be done. `href` leads to where it stands, for those who may look. */
export function TargetRow({ target, parent, mayWrite, href, ...acts }: { target: Target; parent: string | undefined; mayWrite: boolean; href: string | undefined } & Acts) {
  return (
    <div className="target">
      <div className="what">
        <h2 dir="auto">{href === undefined ? target.name : <Link className="plain" prefetch={false} href={href}>{target.name}</Link>}</h2>
        {parent !== undefined && <span className="x12">part of {parent}</span>}
        {target.description !== "" && <p className="muted" dir="auto">{target.description}</p>}
        {target.aliases.length > 0 && (
          <ul className="wrap" aria-label={`Other names of ${target.name}`}>
            {target.aliases.map(({ alias, isAmbiguous }) => <li key={alias}><Tag title={isAmbiguous ? "Ambiguous: never taken for this target by itself" : undefined}><bdi>{alias}</bdi>{isAmbiguous && <span className="faint">ambiguous</span>}</Tag></li>)}
          </ul>
        )}
        <MergedNames target={target} onUnmerge={mayWrite ? acts.onUnmerge : undefined} />
      </div>
      {mayWrite ? <Switch label={<>Focus<span className="vh"> on {target.name}</span></>} checked={target.isFocus} onChange={(event) => acts.onFocus(event.target.checked)} /> : <span className="x12">{target.isFocus ? "In focus" : ""}</span>}
      {mayWrite && (
        <span className="row">
          <Button size="small" label={`Edit ${target.name}`} onClick={acts.onEdit}>Edit</Button>
          <Menu
            className="btn quiet icon small"
            align="end"
            label={`More about ${target.name}`}
            trigger={<Icon of={Ellipsis} />}
            items={[
              ...(href === undefined ? [] : [{ label: "Where it stands", href }, "rule" as const]),
              { label: "Move up", onSelect: () => acts.onMove(-1) },
              { label: "Move down", onSelect: () => acts.onMove(1) },
              "rule",
              { label: "Merge into another…", onSelect: acts.onMerge },
              { label: "Take out of use", onSelect: acts.onArchive },
            ]}
          />
        </span>
      )}
    </div>
  );
}

/** What was merged into a target, each with the way back for those who may undo it. */
export function MergedNames({ target, onUnmerge }: { target: Target; onUnmerge: ((merged: MergedTarget) => void) | undefined }) {
  if (target.merged.length === 0) return null;
  return (
    <ul className="merged x12" aria-label={`Merged into ${target.name}`}>
      {target.merged.map((merged) => (
        <li key={merged.id}>
          <span>with the marks of <bdi>{merged.name}</bdi></span>
          {onUnmerge && <Button size="small" look="quiet" label={`Undo the merge of ${merged.name}`} onClick={() => onUnmerge(merged)}>Undo the merge</Button>}
        </li>
      ))}
    </ul>
  );
}
