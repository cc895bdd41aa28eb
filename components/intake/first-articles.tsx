"use client";

import { Check, Circle } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { FileDrop } from "./file-drop";
import { useBegin } from "./use-begin";

/** A project without articles: what is missing, and what else has to stand before annotators can start. */
export function FirstArticles({ projectId, targets, annotators }: { projectId: string; targets: number; annotators: number }) {
  const { beginFiles, problem } = useBegin(projectId);
  const t = useTranslations("intake.first");
  const at = `/p/${projectId}`;
  const steps = [
    { done: true, key: "codebook", words: t("builtIn") },
    { done: false, key: "articles", words: t("oneAtLeast") },
    { done: targets > 0, key: "targets", words: targets > 0 ? t("targets", { n: targets }) : t("noTargets"), act: t("addTargets"), href: `${at}/targets` },
    { done: annotators > 1, key: "annotators", words: annotators > 1 ? t("people", { n: annotators }) : t("noPeople"), act: t("invite"), href: `${at}/people` },
  ] as const;
  return (
    <div className="empty">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {problem && <Alert>{problem.detail}</Alert>}
      <FileDrop primary onFiles={beginFiles} />
      <div className="alt"><span className="muted">{t("or")}</span><Button href={`${at}/articles/new`}>{t("paste")}</Button></div>
      <div className="th"><h2>{t("before")}</h2><span className="x11">{t("done", { n: steps.filter((step) => step.done).length, of: steps.length })}</span></div>
      <ul className="todo">
        {steps.map((step) => (
          <li key={step.key} className={step.done ? "done" : undefined}>
            <Icon of={step.done ? Check : Circle} label={step.done ? t("isDone") : t("toDo")} />
            <span className="t">{t(`steps.${step.key}`)}</span>
            <span className={step.done ? undefined : "muted"}>{step.words}</span>
            {"href" in step && !step.done ? <Button size="small" href={step.href}>{step.act}</Button> : <span />}
          </li>
        ))}
      </ul>
    </div>
  );
}
