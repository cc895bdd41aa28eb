import { EyeOff } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { VoiceBar } from "@/components/articles/voice-bar";
import type { VoiceShares } from "@/lib/articles/voice-shares";
import type { ArticleData } from "../types";

const VOICES = { own: "Own voice", direct: "Quoted", reported: "Reported", embedded: "Embedded" } as const;

/** Above the article: what kind of text it is, and where it comes from, or that this is kept back for now. */
export function ArticleHead({ article, shares }: { article: ArticleData; shares: VoiceShares }) {
  const { genre, language, publishedOn, outlet, publisher, byline, sourceHidden, sourceReveal, text } = article;
  const words = article.words ?? text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\u200c-]*/gu)?.length ?? 0;
  const facts = [genre, languageName(language), `${sourceHidden === true ? "about " : ""}${words.toLocaleString("en")} words`, publishedOn === null ? null : `published ${dayOf(publishedOn)}`].filter((fact) => fact !== null);
  const source = [["Outlet", outlet?.name], ["Publisher", publisher?.id === outlet?.id ? null : publisher?.name], ["Byline", byline]].filter((entry): entry is [string, string] => Boolean(entry[1]));
  return (
    <>
      <div className="folio">{facts.map((fact, i) => <span key={fact}>{i > 0 && "· "}{fact}</span>)}</div>
      {sourceHidden === true && (
        <div className="source">
          <Icon of={EyeOff} />
          <span className="row">Outlet <i className="redact hatch w96" role="img" aria-label="hidden" /></span>
          <span className="row">Byline <i className="redact hatch w72" role="img" aria-label="hidden" /></span>
          <span className="push">{sourceReveal === "own_submission" ? "Shown after you submit" : "Shown when the coordinator reveals"}</span>
        </div>
      )}
      {sourceHidden !== true && source.length > 0 && <div className="source">{source.map(([name, value]) => <span key={name} className="row">{name} <b dir="auto">{value}</b></span>)}</div>}
      <VoiceBar shares={shares} label="Who speaks in the text" names={VOICES} />
    </>
  );
}

function languageName(tag: string | null): string | null {
  if (tag === null) return null;
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function dayOf(date: string): string {
  const parsed = new Date(date);
  return Number.isNaN(parsed.getTime()) ? date : parsed.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
