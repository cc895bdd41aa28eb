import type { ArticleProgressState } from "@/lib/assignments/progress";
import type { Aside } from "@/lib/assignments/set-aside";
import type { ProgressTable } from "@/lib/exchange/progress-csv";

/** Where one of the tables is as CSV. */
export const csvHref = (projectId: string, by: ProgressTable): string => `/api/v1/projects/${projectId}/progress/csv?by=${by}`;

/** The page at a place in its list of articles. */
export function listHref(projectId: string, state: ArticleProgressState | null, after: string | null = null): string {
  const query = new URLSearchParams({ ...(state === null ? {} : { state }), ...(after === null ? {} : { after }) }).toString();
  return `/p/${projectId}/progress${query === "" ? "" : `?${query}`}#articles`;
}

/** The page at a place in what was skipped or flagged. */
export function asideHref(projectId: string, kind: Aside | null, after: string | null = null): string {
  const query = new URLSearchParams({ ...(kind === null ? {} : { aside: kind }), ...(after === null ? {} : { asideAfter: after }) }).toString();
  return `/p/${projectId}/progress${query === "" ? "" : `?${query}`}#aside`;
}
