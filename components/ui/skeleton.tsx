import { classNames } from "./class-names";

/** Still grey lines in the final layout; nothing at all for the first 300 ms. */
export function Skeleton({ label, rows = 3, look = "list" }: {
  /** What is loading, for screen readers: "Loading articles". */
  label: string;
  rows?: number | undefined;
  look?: "list" | "text" | undefined;
}) {
  return (
    <div className={classNames("sk late", look === "text" && "text")} role="status">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden="true">
          {look === "list" && <i className="skel" />}
          <i className="skel" />
          {look === "list" && <i className="skel" />}
        </div>
      ))}
      <span className="vh">{label}</span>
    </div>
  );
}
