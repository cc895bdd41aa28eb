import Link from "next/link";
import type { Choice, Layer } from "@/lib/agreement/choice";
import { levelOf } from "@/lib/agreement/choice";
import { type AgreementPlace, pageHref } from "./links";
import type { Say } from "./say";

/** What is compared, as links: each keeps the other choices. */
export function LayerLinks({ say, place, layers, current }: { say: Say; place: AgreementPlace; layers: readonly { readonly layer: Layer; readonly name: string | null }[]; current: Choice["layer"] }) {
  return (
    <nav className="filter-links ag-layers" aria-label={say.t("layers.title")}>
      {layers.map(({ layer, name }) => (
        <Link key={layer} prefetch={false} href={pageHref(place, { layer, level: levelOf(layer) })} {...(layer === current ? { "aria-current": "page" as const } : {})}>{say.name({ key: layer, name })}</Link>
      ))}
    </nav>
  );
}
