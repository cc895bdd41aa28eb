"use client";

import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { Qr } from "@/components/people/qr";
import { siteOf } from "@/components/people/site-of";

const never = () => () => undefined;

/** The way in on a sheet for the wall. Drawn in the browser, which knows under what address it was reached. */
export function CodeSheet({ name, spaced, path, publicUrl }: { name: string; spaced: string; path: string; publicUrl: string | null }) {
  const t = useTranslations("lessonPrint");
  const drawn = useSyncExternalStore(never, () => true, () => false);
  const site = drawn ? siteOf(publicUrl) : null;
  if (site === null) return null;
  return (
    <article className="ho-sheet ho-code" aria-label={t("door")}>
      <h2>{name}</h2>
      <p className="t20">{t("goTo", { host: site.host })}</p>
      <p className="c" data-code>{spaced}</p>
      <Qr text={`${site.origin}${path}`} label={t("qr")} />
    </article>
  );
}
