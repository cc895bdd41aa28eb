import { datesIn } from "@/components/words/dates-in";
import { requestFormatter, requestTranslator, requestWords } from "@/components/words/request-words";
import type { Formatter, Translator, Words } from "@/components/words/words";
import { signedIn } from "@/components/charts/signed";
import type { PictureWords } from "@/lib/figures/picture-words";
import type { BucketUnit } from "@/lib/stance/pictures/buckets";

/** What the pages of pictures are told with. */
export type Say = {
  readonly t: Translator<"pictures">;
  readonly format: Formatter;
  /** "−0.42". */
  readonly signed: (value: number) => string;
  /** "9 May 2024". */
  readonly day: (day: string) => string;
  /** The words inside of figures. */
  readonly words: PictureWords;
};

/** The words of this request. */
export async function say(): Promise<Say> {
  const [t, charts, genres, format, { language }] = await Promise.all([requestTranslator("pictures"), requestTranslator("charts"), requestTranslator("names.genres"), requestFormatter(), requestWords()]);
  return sayIn(t, charts, genres, format, datesIn(language));
}

/** The words of a language. */
export function sayIn(t: Translator<"pictures">, charts: Translator<"charts">, genres: Translator<"names.genres">, format: Formatter, dates: ReturnType<typeof datesIn>): Say {
  const signed = (value: number): string => signedIn(format, value);
  const number = (value: number): string => format.number(value);
  const bucket = (start: string, unit: BucketUnit): string => {
    if (unit === "year") return start.slice(0, 4);
    // "1 Mar" without its day.
    return unit === "week" ? dates.dayMonth(start) : t("say.month", { month: dates.dayMonth(start).replace(/^\d+\.?\s/u, ""), year: start.slice(0, 4) });
  };
  const words: PictureWords = {
    none: charts("none"), noVariation: charts("noVariation"), critical: charts("critical"), advocacy: charts("advocacy"),
    heads: { critical: t("table.heads.critical"), neutral: t("table.heads.neutral"), advocacy: t("table.heads.advocacy") },
    own: t("say.own"), quoted: t("say.quoted"), marks: t("say.marks"), noMarks: t("say.noMarks"), lean: t("say.lean"), signed, number,
    percent: (share) => `${format.number(Math.round(share * 100))}\u00a0%`,
    works: ({ works, level }) => t("say.works", { works, level: level ?? "enough" }),
    quotedIn: (works) => t("say.quotedIn", { works }),
    others: (people) => t("say.others", { people }),
    unnamed: t("say.unnamed"), bucket,
    dated: (row) => t("say.dated", row),
    worksShort: t("say.worksShort"),
    genre: (genre) => (genre === null ? t("say.noGenre") : genres(genre as keyof Words["names"]["genres"])),
    device: (device) => t(device === "facts" ? "say.device.facts" : "say.device.words"),
    deviceSet: t("say.deviceSet"), allShared: t("say.allShared"), severity: t("say.severity"), severityNote: t("say.severityNote"),
    below: (value) => t("say.below", { value }),
    above: (value) => t("say.above", { value }),
    thin: t("say.thin"), bothConditions: t("say.bothConditions"), difference: t("say.difference"), hidden: t("say.hidden"), shown: t("say.shown"), moreCritical: t("say.moreCritical"), moreAdvocacy: t("say.moreAdvocacy"),
    compared: (difference) => (difference === null ? t("say.oneWay") : t(`say.${difference.kind}`, { works: difference.works })),
    legend: {
      clear: t("legend.clear"), unclear: t("legend.unclear"), tentative: t("legend.tentative"), few: t("legend.few"), point: t("legend.point"), quoted: t("legend.quoted"), hidden: t("legend.hidden"), shown: t("legend.shown"), work: t("legend.work"),
    },
  };
  return { t, format, signed, day: dates.date, words };
}
