"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { API, unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TableScroll } from "@/components/ui/table-scroll";
import { useToast } from "@/components/ui/toast";
import { ratingsApi } from "./api";
import { RatingsForm } from "./ratings-form";

/** A rating that somebody outside gave. */
export type ShownRating = { id: string; source: string; name: string; outlet: { id: string; name: string } | null; value: string; scale: string; note: string; ratedOn: string | null };

/** What others say of the outlets, by source, for comparison only; names that no outlet has can be matched by hand. */
export function Ratings({ projectId, ratings, outlets, mayWrite }: { projectId: string; ratings: readonly ShownRating[]; outlets: readonly { id: string; name: string }[]; mayWrite: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("outlets.ratings");
  const [adding, setAdding] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sources = [...new Set(ratings.map((one) => one.source))];

  const run = async (work: () => Promise<unknown>, said: string) => {
    setProblem(null);
    try {
      await work();
      toast({ text: said });
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const match = (rating: ShownRating, outletId: string) => run(() => unwrap(ratingsApi[":ratingId"].$patch({ param: { projectId, ratingId: rating.id }, json: { outletId } })), t("matched", { name: rating.name }));
  const remove = (source: string) => run(() => unwrap(ratingsApi.$delete({ param: { projectId }, json: { source } })), t("removed", { source }));

  return (
    <section className="sect" aria-labelledby="ratings">
      <div className="sect-h"><h2 id="ratings">{t("title")}</h2>{ratings.length > 0 && <a className="link x12" href={`${API}/projects/${projectId}/outlet-ratings/csv`}>{t("csv")}</a>}</div>
      <p className="muted">{t("why")}</p>
      {problem && <Alert>{problem.detail}</Alert>}
      {sources.map((source) => {
        const ofSource = ratings.filter((one) => one.source === source);
        return (
          <section key={source} className="sect" aria-label={source}>
            <div className="sect-h"><h3 dir="auto">{source}</h3>{mayWrite && <Button size="small" look="quiet" label={t("removeOf", { source })} onClick={() => void remove(source)}>{t("remove")}</Button>}</div>
            <TableScroll label={t("says", { source })}>
              <table className="tb">
                <thead><tr><th scope="col">{t("outlet")}</th><th scope="col">{t("rating")}</th><th scope="col">{t("scale")}</th><th scope="col">{t("day")}</th><th scope="col">{t("note")}</th></tr></thead>
                <tbody>
                  {ofSource.map((rating) => (
                    <tr key={rating.id}>
                      <th scope="row" dir="auto"><Whom rating={rating} outlets={mayWrite ? outlets : []} onMatch={(outletId) => void match(rating, outletId)} /></th>
                      <td className="num" dir="auto">{rating.value}</td><td dir="auto">{rating.scale}</td><td className="num">{rating.ratedOn}</td><td dir="auto">{rating.note}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          </section>
        );
      })}
      {mayWrite && (adding
        ? <RatingsForm projectId={projectId} onCancel={() => setAdding(false)} onDone={({ rows, unmatched, source }) => { setAdding(false); toast({ text: t("added", { rows, unmatched, source }) }); router.refresh(); }} />
        : <div><Button onClick={() => setAdding(true)}>{t("add")}</Button></div>)}
    </section>
  );
}

/** The outlet of a rating, with the name that its source gave where that is another one; or a choice where nobody knows. */
function Whom({ rating, outlets, onMatch }: { rating: ShownRating; outlets: readonly { id: string; name: string }[]; onMatch: (outletId: string) => void }) {
  const t = useTranslations("outlets.ratings");
  const { outlet, name } = rating;
  if (outlet !== null) return <>{outlet.name}{outlet.name !== name && <span className="x12 faint"> {t("as", { name })}</span>}</>;
  return (
    <>
      {name} <span className="x12 faint">{t("unmatched")}</span>
      {outlets.length > 0 && <Select label={t("matchOf", { name })} value="" onChange={(event) => onMatch(event.target.value)} options={[{ value: "", label: t("choose") }, ...outlets.map((one) => ({ value: one.id, label: one.name }))]} />}
    </>
  );
}
