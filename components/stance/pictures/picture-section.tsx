import { Download } from "lucide-react";
import Link from "next/link";
import { FigureSvg } from "@/components/charts/figure-svg";
import { Icon } from "@/components/ui/icon";
import { TableScroll } from "@/components/ui/table-scroll";
import { FIGURE_FORMATS } from "@/lib/exchange/agreement-names";
import { PICTURE_NARROW, PICTURE_PHONE, PICTURE_WIDE } from "@/lib/figures/picture-layout";
import { pictureFigure } from "@/lib/figures/stance-pictures";
import { type AnyPicture, type Drawable, drawableOf } from "@/lib/stance/pictures/any";
import { scaleOf } from "@/lib/stance/pictures/work-values";
import { fileHref, type PicturePlace } from "./links";
import { descriptionOf, notesOf, subOf } from "./notes";
import type { Say } from "./say";
import { spotHref } from "./spot-links";
import { type TableCell, tableOf } from "./table-rows";

const LAYOUTS = [["at-wide", PICTURE_WIDE], ["at-narrow", PICTURE_NARROW], ["at-phone", PICTURE_PHONE]] as const;

/** One picture: what it shows, its files, the drawing, its notes and its table; or why it cannot be drawn. */
export function PictureSection({ say, place, of, target }: { say: Say; place: PicturePlace; of: AnyPicture; target: string }) {
  const { t } = say;
  const drawn = drawableOf(of);
  const title = t(`title.${of.name}`);
  return (
    <section className="sect" id={of.name} aria-labelledby={`${of.name}-title`}>
      <div className="sect-h">
        <h2 id={`${of.name}-title`}>{title}</h2>
        {drawn !== null && (
          <span className="files">
            <Icon of={Download} size="s" />
            {FIGURE_FORMATS.map((format) => <a key={format} className="link" href={fileHref(place, of.name, format)} download aria-label={t("files.as", { title, format: t(`files.${format}`) })}>{t(`files.${format}`)}</a>)}
          </span>
        )}
      </div>
      {drawn === null ? <p className="refused">{of.picture.value === null && t(`refused.${of.picture.reason}`, { target })}</p> : <Drawing {...{ say, place, drawn, title }} sub={subOf(say, of)} />}
    </section>
  );
}

function Drawing({ say, place, drawn, title, sub }: { say: Say; place: PicturePlace; drawn: Drawable; title: string; sub: string }) {
  const [description, notes, scale] = [descriptionOf(say, drawn), notesOf(say, drawn, place.choice), scaleOf(drawn.name === "labels" ? "spans" : place.choice.measured)];
  // The table has the same links with their names; in the drawing they are for a pointer.
  const linkOf = (key: string) => {
    const href = spotHref(drawn, key, place);
    return href === null ? null : { href, label: title, stop: false };
  };
  return (
    <>
      <p className="sub">{sub}</p>
      <figure>
        {LAYOUTS.map(([at, layout]) => <FigureSvg key={at} className={`plot ${at}`} figure={pictureFigure(drawn, scale, say.words, layout)} title={title} description={description} linkOf={linkOf} />)}
        {notes.length > 0 && <figcaption className="notes">{notes.map((note) => <span key={note}>{note}</span>)}</figcaption>}
      </figure>
      <Numbers say={say} place={place} drawn={drawn} title={title} />
    </>
  );
}

function Numbers({ say, place, drawn, title }: { say: Say; place: PicturePlace; drawn: Drawable; title: string }) {
  const table = tableOf(drawn, say, place);
  const label = say.t("table.numbers");
  return (
    <details className="numbers" open={place.picture !== null}>
      <summary aria-label={`${label}: ${title}`}>{label}</summary>
      <TableScroll label={`${label}: ${title}`}>
        <table className="tb">
          <caption className="vh">{title}</caption>
          <thead><tr>{table.heads.map((head, i) => <th key={i} scope="col" {...(table.right[i] ? { className: "r" } : {})}>{head}</th>)}</tr></thead>
          <tbody>{table.rows.map((row, n) => <tr key={n}>{row.map((cell, i) => (i === 0 ? <th key={i} scope="row">{shown(cell)}</th> : <td key={i} {...(table.right[i] ? { className: "r num" } : {})}>{shown(cell)}</td>))}</tr>)}</tbody>
        </table>
      </TableScroll>
    </details>
  );
}

const shown = (cell: TableCell) => (typeof cell === "string" ? cell : <Link className="link" prefetch={false} href={cell.href} aria-label={cell.label}>{cell.text}</Link>);
