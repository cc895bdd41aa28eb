import type { ReactNode } from "react";

/** Lets a wide table scroll by itself, with the keyboard too, so that the page never does. Put `<table className="tb">` inside. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return <div className="tb-wrap" role="region" aria-label={label} tabIndex={0}>{children}</div>;
}
