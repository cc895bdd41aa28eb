"use client";

import { Suspense, useState, type ReactNode } from "react";

/** Draws its children from the first time on that they are wanted, so that what they need is loaded only then. They stay, so that a dialog can give focus back when it closes. */
export function Later({ when, children }: { when: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(when);
  if (when && !wanted) setWanted(true);
  return when || wanted ? <Suspense fallback={null}>{children}</Suspense> : null;
}
