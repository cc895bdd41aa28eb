import { ruledExtent } from "@/lib/adjudication/boundary-rule";
import { BOUNDARY_RULES, type BoundaryRule, type ClusterSpan } from "@/lib/adjudication/cluster";
import { sameExtent } from "@/lib/adjudication/same-mark";
import type { SpanPart } from "@/lib/annotations/span";

/** The different extents that marks can be merged to, each under the first rule that gives it. */
export function offers(spans: readonly ClusterSpan[]): { readonly rule: BoundaryRule; readonly parts: readonly SpanPart[] }[] {
  const found: { rule: BoundaryRule; parts: readonly SpanPart[] }[] = [];
  for (const rule of BOUNDARY_RULES) {
    const parts = ruledExtent(rule, spans.map((span) => span.parts));
    if (parts.length > 0 && !found.some((one) => sameExtent(one.parts, parts))) found.push({ rule, parts });
  }
  return found;
}
