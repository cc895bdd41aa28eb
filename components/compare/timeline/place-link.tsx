import type { ReactNode } from "react";
import type { Quoted } from "@/lib/compare/timeline";

/** The address of a place in an article: its block, and in browsers that can the words themselves. */
export const placeHref = (projectId: string, { articleId, block, quote }: Quoted & { readonly articleId: string }): string => `/p/${projectId}/articles/${articleId}#block-${block}:~:text=${encodeURIComponent(quote).replace(/-/gu, "%2D")}`;

/** Leads to a place in an article. No link of the router: only a whole page finds the words. */
export function PlaceLink({ projectId, place, className = "link", children }: { projectId: string; place: Quoted & { readonly articleId: string }; className?: string; children: ReactNode }) {
  return <a className={className} href={placeHref(projectId, place)}>{children}</a>;
}
