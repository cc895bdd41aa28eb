import { FramingGlyph, GLYPH_CLASS, type GlyphShape } from "@/components/ui/framing-glyph";
import { LabelGlyph } from "@/components/ui/label-glyph";
import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { FigureSvg } from "@/components/charts/figure-svg";
import type { LabelGroup } from "@/lib/assignments/progress-labels";
import { labelBar } from "@/lib/figures/label-bar";
import type { Say } from "./say";

type Label = LabelGroup["labels"][number];

/** How often each label was used in submitted work, question by question. Framing keeps its hue, line and sign; other labels are ink. */
export function LabelTables({ say: { t, format }, groups }: { say: Say; groups: readonly LabelGroup[] }) {
  return (
    <div className="label-tables">
      {groups.map((group) => {
        const most = Math.max(...group.labels.map((label) => label.n));
        return (
          <TableScroll key={group.id} label={group.name}>
            <table className="tb label-table">
              <caption>{group.name}</caption>
              <thead className="vh"><tr><th scope="col">{t("labels.columns.label")}</th><th scope="col">{t("labels.columns.share")}</th><th scope="col">{t("labels.columns.marks")}</th></tr></thead>
              <tbody>
                {group.labels.map((label) => (
                  <tr key={label.id}>
                    <th scope="row"><Name label={label} framing={group.id === "framing"} /> {label.archived && <Tag>{t("labels.archived")}</Tag>}</th>
                    <td className="bar-col">{label.n > 0 && <FigureSvg className="plot label-bar" figure={labelBar(label.n, most, group.id === "framing" ? (label.id as GlyphShape) : null)} title={t("labels.ofLabel", { label: label.name, n: label.n })} description="" />}</td>
                    <td className="r num">{label.n === 0 ? <span className="faint">–</span> : format.number(label.n)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        );
      })}
    </div>
  );
}

function Name({ label, framing }: { label: Label; framing: boolean }) {
  if (framing) return <span className={`fr ${GLYPH_CLASS[label.id as GlyphShape]}`}><FramingGlyph shape={label.id as GlyphShape} />{label.name}</span>;
  return <span className="lab-name wrap-any">{label.glyph !== null && label.colour !== null && <LabelGlyph shape={label.glyph} colour={label.colour} />}{label.name}</span>;
}
