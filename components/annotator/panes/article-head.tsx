import { EyeOff } from "lucide-react";
import { useLocale, useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { VoiceBar } from "@/components/articles/voice-bar";
import type { VoiceShares } from "@/lib/articles/voice-shares";
import type { Language } from "@/components/words/languages";
import { useDates } from "@/components/words/use-dates";
import type { ArticleData } from "../types";

/** Above the article: what kind of text it is, and where it comes from, or that this is kept back for now. */
export function ArticleHead({ article, shares }: { article: ArticleData; shares: VoiceShares }) {
  const { genre, language, publishedOn, outlet, publisher, byline, sourceHidden, sourceReveal, text } = article;
  const t = useTranslations("annotate.head");
  const spoken = useLocale();
  const dates = useDates();
  const words = article.words ?? text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\u200c-]*/gu)?.length ?? 0;
  const facts = [genre, languageName(language, spoken), t(sourceHidden === true ? "aboutWords" : "words", { n: words }), publishedOn === null ? null : t("published", { day: dates.longDay(publishedOn.slice(0, 10), "") })].filter((fact) => fact !== null);
  const source = [[t("outlet"), outlet?.name], [t("publisher"), publisher?.id === outlet?.id ? null : publisher?.name], [t("byline"), byline]].filter((entry): entry is [string, string] => Boolean(entry[1]));
  return (
    // These are words of the interface, whichever way the article runs.
    <div className="art-head" dir="ltr">
      <div className="folio">{facts.map((fact, i) => <span key={fact}>{i > 0 && "· "}{fact}</span>)}</div>
      {sourceHidden === true && (
        <div className="source">
          <Icon of={EyeOff} />
          <span className="row">{t("outlet")} <i className="redact hatch w96" role="img" aria-label={t("hidden")} /></span>
          <span className="row">{t("byline")} <i className="redact hatch w72" role="img" aria-label={t("hidden")} /></span>
          <span className="push">{t(sourceReveal === "own_submission" ? "afterSubmit" : "onReveal")}</span>
        </div>
      )}
      {sourceHidden !== true && source.length > 0 && <div className="source">{source.map(([name, value]) => <span key={name} className="row">{name} <b dir="auto">{value}</b></span>)}</div>}
      <VoiceBar shares={shares} label={t("whoSpeaks")} names={{ own: t("voices.own"), direct: t("voices.direct"), reported: t("voices.reported"), embedded: t("voices.embedded") }} />
    </div>
  );
}

function languageName(tag: string | null, spoken: Language): string | null {
  if (tag === null) return null;
  try {
    return new Intl.DisplayNames(spoken, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
