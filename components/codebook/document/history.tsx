import Link from "next/link";
import type { Translator } from "@/components/words/words";
import type { VersionLine } from "../types";

/** The published versions, newest first: note, who and when, and the way to what changed. */
export function History({ t, day, projectId, versions, shownId }: { t: Translator<"codebook">; day: (iso: string) => string; projectId: string; versions: readonly VersionLine[]; shownId: string }) {
  const base = `/p/${projectId}/codebook`;
  return (
    <section className="cb-history no-print" aria-labelledby="history">
      <h2 id="history">{t("history.title")}</h2>
      <ol>
        {versions.map((version, index) => {
          const before = versions[index + 1];
          const touching = new Set(version.changes.filter((change) => change.meaning).map((change) => change.labelId)).size;
          return (
            <li key={version.id} {...(version.id === shownId ? { "aria-current": "true" as const } : {})}>
              <h3>{version.id === shownId ? t("version", { n: version.number }) : <Link className="link" href={index === 0 ? base : `${base}?version=${version.id}`}>{t("version", { n: version.number })}</Link>}</h3>
              <p className="x12">{version.publishedAt === null ? "" : day(version.publishedAt)}{version.publishedBy !== null && <>, {version.publishedBy}</>}</p>
              {version.note !== "" && <p className="note-text" dir="auto">{version.note}</p>}
              {before && (
                <p className="x12">
                  <Link className="link" href={`${base}/compare?from=${before.id}&to=${version.id}`}>{t("history.compare", { n: before.number })}</Link>
                  {touching > 0 && <span> · {t("history.meaning", { n: touching })}</span>}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
