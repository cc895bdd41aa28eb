"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** One section. `current` may be left out: then the address decides. */
export type NavItem = { href: string; label: string; current?: boolean | undefined };

function isCurrent(item: NavItem, path: string | null): boolean {
  return item.current ?? (path !== null && (path === item.href || path.startsWith(`${item.href}/`)));
}

/** The sections of the masthead. On a narrow screen it scrolls sideways and starts at the current one. */
export function NavBar({ label, items }: { label: string; items: readonly NavItem[] }) {
  const path = usePathname();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>("[aria-current]");
    // scrollIntoView would scroll the page as well.
    if (bar.current && here) bar.current.scrollLeft = here.offsetLeft - (bar.current.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  return (
    <nav className="nav" aria-label={label} ref={bar}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} {...(isCurrent(item, path) ? { "aria-current": "page" as const } : {})}>{item.label}</Link>
      ))}
    </nav>
  );
}
