import Link from "next/link";
import { day } from "@/components/accounts/dates";
import type { VersionLine } from "../types";

/** The published versions, newest first: note, who and when, and the way to what changed. */
export function History({ projectId, versions, shownId }: { projectId: string; versions: readonly VersionLine[]; shownId: string }) {
  const base = `/p/${projectId}/codebook`;
  return (
    <section className="cb-history no-print" aria-labelledby="history">
      <h2 id="history">Versions</h2>
      <ol>
        {versions.map((version, index) => {
          const before = versions[index + 1];
          const touching = new Set(version.changes.filter((change) => change.meaning).map((change) => change.labelId)).size;
          return (
            <li key={version.id} {...(version.id === shownId ? { "aria-current": "true" as const } : {})}>
              <h3>{version.id === shownId ? `Version ${version.number}` : <Link className="link" href={index === 0 ? base : `${base}?version=${version.id}`}>Version {version.number}</Link>}</h3>
              <p className="x12">{version.publishedAt === null ? "" : day(version.publishedAt)}{version.publishedBy !== null && <>, {version.publishedBy}</>}</p>
              {version.note !== "" && <p className="note-text" dir="auto">{version.note}</p>}
              {before && (
                <p className="x12">
                  <Link className="link" href={`${base}/compare?from=${before.id}&to=${version.id}`}>Compare with version {before.number}</Link>
                  {touching > 0 && <span> · {touching === 1 ? "1 change" : `${touching} changes`} of meaning</span>}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
