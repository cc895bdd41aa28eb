import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Nothing here: what is missing, why it matters, who can fix it, one action. */
export function EmptyState({ what, why, who, action, size = "card", level = 2 }: {
  what: ReactNode;
  why?: ReactNode;
  who?: ReactNode;
  /** One button. "Nothing matches" offers to clear the filters. */
  action?: ReactNode;
  size?: "card" | "page" | undefined;
  level?: 1 | 2 | 3 | undefined;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className={classNames("state-box", size === "page" ? "lead" : "card")}>
      <Heading>{what}</Heading>
      {why !== undefined && <p>{why}</p>}
      {who !== undefined && <p>{who}</p>}
      {action}
    </div>
  );
}
