import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { MarkdownView } from "@/components/rich-text/markdown-view";

/** Who said what and when; `children` stand below the words. */
export function Said({ at, by, mine, text, children }: { at: string; by: string | null; mine: boolean; text: string; children?: ReactNode }) {
  const t = useTranslations("discussion");
  return (
    <>
      <p className="x11"><strong dir="auto">{mine ? t("you") : (by ?? t("somebody"))}</strong> <time className="num" dateTime={at}>{`${at.slice(0, 16).replace("T", " ")} UTC`}</time></p>
      {text === "" ? <p className="muted">{t("erased")}</p> : <MarkdownView text={text} />}
      {children}
    </>
  );
}
