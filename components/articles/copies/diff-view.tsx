import Link from "next/link";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { requestTranslator } from "@/components/words/request-words";
import type { CopyDiff, DiffPart } from "@/lib/articles/copies/diff";

type Side = { id: string; title: string };

/** Two articles beside each other, on a narrow screen one paragraph above the other; what only one has stands out in both colour and stroke. */
export async function DiffView({ projectId, diff }: { projectId: string; diff: CopyDiff & { left: Side; right: Side } }) {
  const t = await requestTranslator("copies.diff");
  const { left, right, rows } = diff;
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
  const link = ({ id, title }: Side) => <Link className="link serif wrap-any" dir="auto" href={`/p/${projectId}/articles/${id}`}>{title}</Link>;
  return (
    <div className="page">
      <p className="x12"><Link className="link" href={`/p/${projectId}/articles/${left.id}`}>{t("back")}</Link></p>
      <PageHead title={t("title")} facts={t("counts", { same: count("same"), changed: count("changed"), left: count("left"), right: count("right") })} sub={t("sub")} />
      <div className="copy-diff">
        <div className="line heads"><h2><span className="x12">{t("left")}</span> {link(left)}</h2><h2><span className="x12">{t("right")}</span> {link(right)}</h2></div>
        {rows.map((row, at) => (
          <div key={at} className={`line ${row.kind}`}>
            <p dir="auto">{row.kind === "left" ? <><span className="vh">{t("onlyLeft")}: </span><del>{row.left}</del></> : row.parts ? side(row.parts, "left") : row.left}</p>
            <p dir="auto">{row.kind === "right" ? <><span className="vh">{t("onlyRight")}: </span><ins>{row.right}</ins></> : row.parts ? side(row.parts, "right") : row.right}</p>
          </div>
        ))}
      </div>
      {diff.cut && <Note>{t("cut")}</Note>}
    </div>
  );
}

function side(parts: readonly DiffPart[], which: "left" | "right"): ReactNode[] {
  return parts.filter((part) => part.side === "both" || part.side === which).map((part, at) => (part.side === "both" ? part.text : which === "left" ? <del key={at}>{part.text}</del> : <ins key={at}>{part.text}</ins>));
}
