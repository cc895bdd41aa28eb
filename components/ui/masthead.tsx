import Link from "next/link";
import type { ReactNode } from "react";
import { NavBar, type NavItem } from "./nav-bar";

/** The name, the project, the sections, the tools; a Scotch rule beneath. */
export function Masthead({ home = "/", project, navLabel, nav = [], tools }: {
  home?: string | undefined;
  /** Name of the project or a Menu to change it. */
  project?: ReactNode;
  /** Accessible name of the list of sections. */
  navLabel: string;
  nav?: readonly NavItem[] | undefined;
  tools?: ReactNode;
}) {
  return (
    <header className="masthead">
      <Link className="name" href={home}><i>Slant</i>wise</Link>
      {project !== undefined && <div className="project">{project}</div>}
      {nav.length > 0 && <NavBar label={navLabel} items={nav} />}
      {tools !== undefined && <div className="tools">{tools}</div>}
    </header>
  );
}
