import type { ToldFigure, ToldTime } from "@/lib/compare/timeline";

/** A sentence with the words of a mention lifted out. */
export function Told({ mention: { quote, told } }: { mention: ToldTime | ToldFigure }) {
  const at = told.indexOf(quote);
  return <span className="serif wrap-any" dir="auto">{at < 0 ? told : <>{told.slice(0, at)}<strong className="tl-words">{quote}</strong>{told.slice(at + quote.length)}</>}</span>;
}
