import type { ReactNode } from "react";

/** The bar under a work screen: progress and status at the start, the acts at the end. */
export function Foot({ children, acts }: { children?: ReactNode; acts?: ReactNode }) {
  return <footer className="foot">{children}{acts !== undefined && <span className="push row">{acts}</span>}</footer>;
}
