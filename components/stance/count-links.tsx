import Link from "next/link";
import { FramingGlyph } from "@/components/ui/framing-glyph";
import type { Framing } from "@/lib/codebook/framing";
import type { ValueRow } from "@/lib/figures/stance-rows";
import type { FramingCounts } from "@/lib/stance/counts";
import type { ListedVoice } from "@/lib/stance/marks-query";
import type { Whose } from "@/lib/stance/report";
import { marksHref, type MarksOf, type StancePlace } from "./links";
import type { Say } from "./say";

/** The order in which the three counts always stand. */
export const ORDER: readonly Framing[] = ["critical", "neutral", "advocacy"];

/** Whose row it is, as an address names it. */
export const whoseOf = (row: Pick<ValueRow, "whose" | "id">): Whose => (row.whose === "group" ? { groupId: row.id } : { workId: row.id });

type Counted = { say: Say; place: StancePlace; row: Pick<ValueRow, "whose" | "id" | "name">; voice: ListedVoice | null; counts: FramingCounts; of?: MarksOf };

/** A count that opens the marks behind it; a 0 has nothing to open. `voice` null: every voice that the choice counts; `of`: of one article or coder alone. */
export function CountLink({ say: { t, format }, place, row, voice, counts, of = {}, framing }: Counted & { framing: Framing }) {
  const n = counts[framing];
  if (n === 0) return <>0</>;
  return (
    <Link className="link" prefetch={false} href={marksHref(place, whoseOf(row), { ...of, ...(voice === null ? {} : { in: voice }), framing })} aria-label={t("table.countOf", { n, framing, voice: voice ?? "every", name: row.name })}>
      {format.number(n)}
    </Link>
  );
}

/** The three counts of one voice in a row, each with its glyph. */
export function CountTriple(counted: Counted) {
  return (
    <span className="counts">
      {ORDER.map((framing) => (
        <span key={framing}>
          <FramingGlyph shape={framing} className={{ critical: "crit-c", neutral: "neu-c", advocacy: "adv-c" }[framing]} />
          <CountLink {...counted} framing={framing} />
        </span>
      ))}
    </span>
  );
}
