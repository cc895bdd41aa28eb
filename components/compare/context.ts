"use client";

import { createContext, useContext } from "react";
import type { Look } from "@/lib/compare/address";
import type { Comparison, ShownOmission, ShownRow } from "@/lib/compare/document";
import type { RowCell } from "@/lib/compare/passage";
import type { Naming } from "./naming";
import type { Drawing } from "./text/draw";

/** What is asked in a dialog of the page. */
export type Asking = { readonly kind: "omission"; readonly row: ShownRow; readonly articleId: string } | { readonly kind: "note"; readonly omission: ShownOmission } | { readonly kind: "correct"; readonly row: ShownRow; readonly cell: RowCell } | { readonly kind: "choose" };

/** What every part of a comparison's page needs. */
export type CompareContext = {
  readonly projectId: string;
  readonly found: Comparison;
  readonly look: Look;
  readonly naming: Naming;
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly mayWrite: boolean;
  readonly ask: (what: Asking) => void;
};

const Context = createContext<CompareContext | null>(null);
export const CompareProvider = Context.Provider;

/** The comparison that a component stands in. */
export function useComparison(): CompareContext {
  const found = useContext(Context);
  if (found === null) throw new Error("useComparison needs a CompareProvider above it");
  return found;
}
