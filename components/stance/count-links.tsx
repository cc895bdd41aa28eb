import Link from "next/link";
import { FramingGlyph } from "@/components/ui/framing-glyph";
import type { Voice } from "@/lib/annotations/span";
import type { Framing } from "@/lib/codebook/framing";
import type { TableRow } from "@/lib/figures/stance-table";
import { spansHref, type StancePlace } from "./links";
import type { Say } from "./say";

/** The order in which the three counts always stand. */
export const ORDER: readonly Framing[] = ["critical", "neutral", "advocacy"];

/** A count that opens the spans behind it; a 0 has nothing to open. */
export function CountLink({ say: { t, format }, place, row, voice, framing }: { say: Say; place: StancePlace; row: TableRow; voice: Voice; framing: Framing }) {
  const n = row.counts[voice][framing];
  if (n === 0) return <>0</>;
  return (
    <Link className="link" prefetch={false} href={spansHref(place, row, voice, framing)} aria-label={t("table.countOf", { n, framing, voice, name: row.name })}>
      {format.number(n)}
    </Link>
  );
}

/** The three counts of one voice in a row, each with its glyph. */
export function CountTriple({ say, place, row, voice }: { say: Say; place: StancePlace; row: TableRow; voice: Voice }) {
  return (
    <span className="counts">
      {ORDER.map((framing) => (
        <span key={framing}>
          <FramingGlyph shape={framing} className={{ critical: "crit-c", neutral: "neu-c", advocacy: "adv-c" }[framing]} />
          <CountLink {...{ say, place, row, voice, framing }} />
        </span>
      ))}
    </span>
  );
}
