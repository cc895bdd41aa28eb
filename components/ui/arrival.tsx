"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** Gives focus to the page's main part where the step to another page left it on nothing, so that keys and screen readers go on from there. */
export function Arrival() {
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (document.activeElement === null || document.activeElement === document.body) document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
  return null;
}
