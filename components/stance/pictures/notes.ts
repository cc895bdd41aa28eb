import type { StanceChoice } from "@/lib/stance/choice";
import { spansIn } from "@/lib/stance/counts";
import type { AnyPicture, Drawable } from "@/lib/stance/pictures/any";
import type { Say } from "./say";

/** One sentence on how to read a picture. */
export const subOf = ({ t }: Say, { name, picture }: AnyPicture): string => (name === "time" ? t(`sub.time.${picture.value?.unit ?? "week"}`) : t(`sub.${name}`));

/** What the picture shows, for people who do not see it. */
export function descriptionOf({ t, day, words }: Say, drawn: Drawable): string {
  switch (drawn.name) {
    case "counts":
      return t("description.counts", { rows: drawn.data.rows.length, marks: spansIn(drawn.data.total), ...drawn.data.total });
    case "voice":
    case "speakers":
      return t(`description.${drawn.name}`, { rows: drawn.data.rows.length });
    case "time":
      return t("description.time", { rows: drawn.data.rows.length, from: day(drawn.data.starts[0] ?? ""), to: day(drawn.data.rows.flatMap((row) => row.buckets.map((bucket) => bucket.end)).sort().at(-1) ?? "") });
    case "genre":
      return t("description.genre", { rows: drawn.data.rows.length, genres: drawn.data.genres.map(words.genre).join(", ") });
    case "labels":
      return t("description.labels", { rows: drawn.data.sets.reduce((sum, set) => sum + set.labels.length, 0), columns: drawn.data.outlets.length });
    case "annotators":
      return t("description.annotators", { rows: drawn.data.annotators.length, columns: drawn.data.outlets.length, articles: drawn.data.sharedArticles });
    case "masthead":
      return t("description.masthead", { rows: drawn.data.rows.length, works: drawn.data.pairedWorks });
  }
}

/** What a picture leaves out, and what belongs beside it. */
export function notesOf({ t }: Say, drawn: Drawable, choice: StanceChoice): string[] {
  const unknown = drawn.data.unknownWorks === 0 ? [] : [t("notes.unknown", { works: drawn.data.unknownWorks })];
  switch (drawn.name) {
    case "voice": {
      const apart = drawn.data.rows.filter((row) => row.overlap === false).length;
      return [...(apart === 0 ? [] : [t("notes.overlap", { n: apart })]), ...unknown];
    }
    case "time":
      return [...(drawn.data.undatedArticles === 0 ? [] : [t("notes.undated", { articles: drawn.data.undatedArticles })]), ...(choice.adjust === "severity" ? [t("notes.adjusted")] : []), ...unknown];
    case "genre":
      return [...(choice.adjust === "severity" ? [t("notes.adjusted")] : []), ...unknown];
    case "annotators":
      return [drawn.data.severity.value === null ? t(`notes.noSeverity.${drawn.data.severity.reason}`) : t("notes.severity"), ...(choice.data === "adjudicated" ? [t("notes.raw")] : []), ...unknown];
    case "masthead":
      return [t("notes.silent"), ...(drawn.data.rows.some((row) => row.difference?.kind === "unpaired") ? [t("notes.unpaired")] : []), ...unknown];
    default:
      return unknown;
  }
}
