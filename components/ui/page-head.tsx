import type { ReactNode } from "react";

/** Title of a page, a few facts beside it, acts at the end, one sentence below. */
export function PageHead({ title, facts, acts, sub }: {
  title: ReactNode;
  facts?: ReactNode;
  acts?: ReactNode;
  sub?: ReactNode;
}) {
  return (
    <div className="head">
      <h1>{title}</h1>
      {facts !== undefined && <span className="x12 num">{facts}</span>}
      {acts !== undefined && <span className="push wrap">{acts}</span>}
      {sub !== undefined && <p className="sub">{sub}</p>}
    </div>
  );
}
