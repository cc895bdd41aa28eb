import "@/components/accounts/accounts.css";
import Link from "next/link";
import type { ReactNode } from "react";

/** The name over a front page, with a line beside it and a Scotch rule beneath. */
export function Plate({ children }: { children?: ReactNode }) {
  return (
    <header className="plate">
      <Link className="name" href="/"><i>Slant</i>wise</Link>
      {children !== undefined && <span className="x12">{children}</span>}
    </header>
  );
}
