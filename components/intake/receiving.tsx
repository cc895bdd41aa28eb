"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { FileDrop } from "./file-drop";
import type { Import } from "./import-types";
import type { NamedFile } from "./named-files";
import { sendingOf, startSending, type SendingState } from "./sending";

const nothing = () => () => undefined;
const megabytes = (bytes: number): number => bytes / 1024 / 1024;

/** Files on their way. After a reload the browser has forgotten them: the same ones are asked for, and only what is missing is sent. */
export function Receiving({ projectId, shown, onArrived }: { projectId: string; shown: Import; onArrived: () => Promise<unknown> }) {
  const t = useTranslations("imports.receiving");
  const sending = sendingOf(shown.id);
  const state = useSyncExternalStore(sending?.subscribe ?? nothing, sending?.state ?? (() => null), () => null);
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const missing = shown.files.filter((file) => file.received < file.bytes);
  const sent = state?.state === "sent";
  const allHere = missing.length === 0 && !sending;

  useEffect(() => {
    if (sent) void onArrived();
  }, [sent, onArrived]);
  useEffect(() => {
    // Everything had arrived when the page was left, but nobody had it read.
    if (allHere) startSending(projectId, shown.id, []);
  }, [allHere, projectId, shown.id]);

  const resume = (files: readonly NamedFile[]) => {
    const found = missing.flatMap((wanted) => {
      const match = files.find((one) => one.file.size === wanted.bytes && (one.name === wanted.name || one.name.split("/").at(-1) === wanted.name.split("/").at(-1)));
      return match ? [{ id: wanted.id, name: wanted.name, file: match.file, received: wanted.received }] : [];
    });
    setUnknown(files.filter((one) => !found.some(({ file }) => file === one.file)).map(({ name }) => name));
    if (found.length > 0) startSending(projectId, shown.id, found);
  };
  if (state && state.state !== "stopped") return <section className="step-box"><Under state={state} onHurry={sending?.hurry} /></section>;
  return (
    <section className="step-box stack">
      {state?.problem && <Alert>{state.problem.code === "file_gone" ? t("gone", { name: state.current }) : state.problem.detail}</Alert>}
      <p className="x15">{t("again", { n: missing.length })}</p>
      <ul className="plain-list">{missing.slice(0, 20).map((file) => <li key={file.id} dir="auto"><span className="wrap-any">{file.name}</span> <span className="x12 num">{t("of", { sent: megabytes(file.received), total: megabytes(file.bytes) })}</span></li>)}</ul>
      {missing.length > 20 && <p className="x12">{t("andMore", { n: missing.length - 20 })}</p>}
      {unknown.length > 0 && <Alert>{t("others", { name: unknown[0] ?? "", n: unknown.length })}</Alert>}
      <FileDrop onFiles={resume} />
    </section>
  );
}

function Under({ state, onHurry }: { state: SendingState; onHurry: (() => void) | undefined }) {
  const t = useTranslations("imports.receiving");
  const tenths = state.total > 0 ? Math.floor((state.sent / state.total) * 10) : 10;
  return (
    <div className="stack s2">
      <ProgressBar label={t("label")} value={state.sent} max={state.total} text={t("of", { sent: megabytes(state.sent), total: megabytes(state.total) })} detail={state.files > 1 ? t("files", { n: Math.min(state.done + 1, state.files), of: state.files }) : undefined} />
      <p className="x12 wrap-any" dir="auto">{state.current}</p>
      {state.state === "waiting" && <p className="wrap" role="status">{t("waiting")} {onHurry && <Button size="small" onClick={onHurry}>{t("now")}</Button>}</p>}
      <p className="x12">{t("stay")}</p>
      <span className="vh" role="status">{t("spoken", { n: tenths * 10 })}</span>
    </div>
  );
}
