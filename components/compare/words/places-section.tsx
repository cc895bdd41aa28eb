import Link from "next/link";
import { requestTranslator } from "@/components/words/request-words";
import type { WordPlace } from "@/lib/compare/words/report";

/** The places of one word in one outlet, each with the words around it. */
export async function PlacesSection({ projectId, word, outlet, places }: { projectId: string; word: string; outlet: string; places: readonly WordPlace[] }) {
  const t = await requestTranslator("compareWords.places");
  return (
    <section className="ag-sect" id="places" tabIndex={-1} aria-label={t("title", { word, outlet })}>
      <div className="ag-sect-h"><h2 dir="auto">{t("title", { word, outlet })}</h2></div>
      {places.length === 0 ? <p className="sub">{t("none")}</p> : (
        <ul className="cw-places">
          {places.map(({ articleId, title, start, before, quote, after }) => (
            <li key={`${articleId} ${start}`}>
              <p dir="auto">…{before.trimStart()}<mark>{quote}</mark>{after.trimEnd()}…</p>
              <p className="x12"><Link prefetch={false} href={`/p/${projectId}/articles/${articleId}`} dir="auto">{title}</Link></p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
