import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** How far, as a 4 px bar and as words ("13 of 40"). With `max` 0 the bar is empty. */
export function ProgressBar({ label, value, max, text, detail, className }: {
  /** Accessible name: what is progressing. */
  label: string;
  value: number;
  max: number;
  text: string;
  detail?: ReactNode;
  className?: string | undefined;
}) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className={classNames("progress", className)}>
      <div className="row"><span className="num">{text}</span>{detail !== undefined && <span className="faint">{detail}</span>}</div>
      <div className="bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={Math.min(value, max)} aria-valuetext={text}>
        <i style={{ inlineSize: `${share}%` }} />
      </div>
    </div>
  );
}
