import Link from "next/link";
import { FramingGlyph } from "@/components/ui/framing-glyph";
import type { Voice } from "@/lib/annotations/span";
import type { Framing } from "@/lib/codebook/framing";
import type { TableRow } from "@/lib/figures/stance-table";
import { spansHref, type StancePlace } from "./links";

const VOICE_WORDS: Readonly<Record<Voice, string>> = { own: "in its own words", quoted: "in quoted words", embedded: "in embedded posts" };
/** The order in which the three counts always stand. */
export const ORDER: readonly Framing[] = ["critical", "neutral", "advocacy"];

/** A count that opens the spans behind it; a 0 has nothing to open. */
export function CountLink({ place, row, voice, framing }: { place: StancePlace; row: TableRow; voice: Voice; framing: Framing }) {
  const n = row.counts[voice][framing];
  if (n === 0) return <>0</>;
  return (
    <Link className="link" prefetch={false} href={spansHref(place, row, voice, framing)} aria-label={`${n} ${framing} ${VOICE_WORDS[voice]}, ${row.name}`}>
      {n.toLocaleString("en-GB")}
    </Link>
  );
}

/** The three counts of one voice in a row, each with its glyph. */
export function CountTriple({ place, row, voice }: { place: StancePlace; row: TableRow; voice: Voice }) {
  return (
    <span className="counts">
      {ORDER.map((framing) => (
        <span key={framing}>
          <FramingGlyph shape={framing} className={{ critical: "crit-c", neutral: "neu-c", advocacy: "adv-c" }[framing]} />
          <CountLink {...{ place, row, voice, framing }} />
        </span>
      ))}
    </span>
  );
}
