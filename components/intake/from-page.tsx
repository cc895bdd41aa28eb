"use client";

import { useEffect, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { handedOver, isToken, type HandedOver, type Ready } from "./bookmarklet";
import { useBegin } from "./use-begin";

/** How long a page may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;
type Standing = "asking" | "no_token" | "cut" | "silent" | HandedOver;

/** Takes over the page from which the bookmark opened this window, once, and asks before anything is sent. */
export function FromPage({ projectId }: { projectId: string }) {
  const t = useTranslations("intake.fromPage");
  const [standing, setStanding] = useState<Standing>("asking");
  const token = useRef<string | null>(null);
  useEffect(() => {
    token.current ??= window.location.hash.slice(1);
    // The token is of use once; a bookmark or a shared address must not carry it.
    window.history.replaceState(window.history.state, "", window.location.pathname);
    const [mine, opener] = [token.current, window.opener as Window | null];
    const take = (event: MessageEvent<unknown>) => {
      if (event.source !== opener || opener === null) return;
      const page = handedOver(event.data, event.origin, mine);
      if (page === null) return;
      window.removeEventListener("message", take);
      clearTimeout(timer);
      setStanding(page);
    };
    const timer = setTimeout(() => setStanding(!isToken(mine) ? "no_token" : opener === null ? "cut" : "silent"), isToken(mine) && opener !== null ? PATIENCE_MS : 0);
    if (isToken(mine) && opener !== null) {
      window.addEventListener("message", take);
      // Who the opener is cannot be known beforehand; the token tells it nothing that it does not know.
      opener.postMessage({ slantwise: "ready", token: mine } satisfies Ready, "*");
    }
    return () => {
      clearTimeout(timer);
      window.removeEventListener("message", take);
    };
  }, []);
  const paste = <Button look="primary" href={`/p/${projectId}/articles/new`}>{t("paste")}</Button>;
  return (
    <div className="page narrow">
      <PageHead title={t("title")} />
      {standing === "asking" && <p role="status">{t("asking")}</p>}
      {standing === "no_token" && <EmptyState what={t("noToken")} why={t("noTokenWhy")} action={<Button look="primary" href={`/p/${projectId}/articles/new?way=browser`}>{t("bookmark")}</Button>} />}
      {(standing === "cut" || standing === "silent") && <EmptyState what={t(standing)} why={t("pasteWhy")} action={paste} />}
      {typeof standing === "object" && ("refused" in standing
        ? <EmptyState what={t(`refused.${standing.refused}`)} why={t("pasteWhy")} who={t("from", { origin: standing.origin })} action={paste} />
        : <Asked projectId={projectId} page={standing} />)}
    </div>
  );
}

function Asked({ projectId, page }: { projectId: string; page: Exclude<HandedOver, { refused: unknown }> }) {
  const t = useTranslations("intake.fromPage");
  const format = useFormatter();
  const { begin, busy, problem } = useBegin(projectId);
  const read = () => void begin({ source: "browser", name: page.title.trim() || page.url, files: [{ name: "pasted.html", file: page.html, url: page.url }] });
  return (
    <section className="stack" aria-label={t("title")}>
      {problem && <Alert>{problem.detail}</Alert>}
      <p className="t20 wrap-any" dir="auto">{page.title.trim() || page.url}</p>
      <dl className="facts">
        <dt>{t("origin")}</dt><dd>{page.origin}</dd>
        <dt>{t("address")}</dt><dd dir="ltr">{page.url}</dd>
        <dt>{t("size")}</dt><dd className="num">{t("kilobytes", { n: format.number(Math.max(1, Math.round(page.html.size / 1024))) })}</dd>
      </dl>
      <p>{t("nothingYet")}</p>
      <div className="form-acts">
        <Button look="primary" busy={busy} onClick={read}>{busy ? t("reading") : t("read")}</Button>
        <Button look="quiet" onClick={() => window.close()}>{t("discard")}</Button>
      </div>
    </section>
  );
}
