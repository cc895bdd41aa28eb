"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import type { BlockKind } from "@/lib/articles/blocks";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Phase, Strategy } from "@/lib/assignments/plan/strategy";
import type { BlocksSpec } from "@/lib/assignments/plan/wish";

export type ShownBatch = {
  id: string; strategy: Strategy; phase: Phase; round: number; perWork: number | null; seed: string; share: number | null; blocks: BlocksSpec | null; dueOn: string | null;
  createdBy: string | null; createdAt: Date; assignments: number; submitted: number; articles: number; people: number; places: number; taken: number;
};

/** Earlier assignments: how, for what, from which seed, and how far. */
export function BatchList({ batches }: { batches: readonly ShownBatch[] }) {
  const t = useTranslations("assign.batches");
  const [strategies, names] = [useTranslations("assign.strategies"), useTranslations("names")];
  const format = useFormatter();
  // How a batch was spread, with its numbers.
  const how = ({ strategy, perWork, share }: ShownBatch): string => {
    const name = strategies(strategy);
    if (perWork === null) return name;
    return strategy === "reliability" && share !== null ? t("share", { name, share: Math.round(share * 100), n: perWork }) : t("perWork", { name, n: perWork });
  };
  // Which parts of the articles count.
  const parts = (blocks: BlocksSpec | null): string => {
    if (!blocks) return t("whole");
    const said = [
      blocks.headline ? t("headline") : "",
      blocks.lead ? t("lead", { n: blocks.lead }) : "",
      (blocks.kinds ?? []).map((kind) => names(`kindsInside.${kind as BlockKind}`)).join(", "),
      blocks.ordinals ? t("named", { n: blocks.ordinals.length }) : "",
    ].filter((part) => part !== "");
    const only = t("only", { parts: said.length === 0 ? "" : said.reduce((one, other) => t("both", { one, other })) });
    return `${only.slice(0, 1).toUpperCase()}${only.slice(1)}`;
  };
  return (
    <section className="sect">
      <div className="sect-h"><h2>{t("title")}</h2><span className="x12">{t("sub")}</span></div>
      {batches.length === 0 ? <p className="muted">{t("none")}</p> : (
        <TableScroll label={t("title")}>
          <table className="tb batches">
            <thead><tr><th scope="col">{t("columns.when")}</th><th scope="col">{t("columns.how")}</th><th scope="col">{t("columns.phase")}</th><th scope="col">{t("columns.counts")}</th><th scope="col" className="r">{t("columns.articles")}</th><th scope="col" className="r">{t("columns.people")}</th><th scope="col" className="r">{t("columns.submitted")}</th><th scope="col">{t("columns.due")}</th><th scope="col">{t("columns.seed")}</th></tr></thead>
            <tbody>
              {batches.map((batch) => (
                <tr key={batch.id}>
                  <td className="num"><time dateTime={batch.createdAt.toISOString()}>{batch.createdAt.toISOString().slice(0, 16).replace("T", " ")}</time>{batch.createdBy && <span className="under" dir="auto">{batch.createdBy}</span>}</td>
                  <td>{how(batch)}{batch.places > 0 && <span className="under num">{t("taken", { taken: batch.taken, n: batch.places })}</span>}</td>
                  <td>{names(`phases.${batch.phase}`)}{batch.round > 1 && <span className="under">{t("round", { n: batch.round })}</span>}</td>
                  <td>{parts(batch.blocks)}</td>
                  <td className="r num">{format.number(batch.articles)}</td>
                  <td className="r num">{format.number(batch.people)}</td>
                  <td className="r num">{t("ofAll", { n: batch.submitted, of: batch.assignments })}</td>
                  <td className="num">{batch.dueOn ?? t("noDue")}</td>
                  <td><code>{batch.seed}</code></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
