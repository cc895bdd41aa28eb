"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { startAfresh } from "@/components/accounts/start-afresh";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Tag } from "@/components/ui/tag";
import { planApi } from "./api";

type Named = { id: string; name: string };
type Article = { id: string; title: string; outlet: string | null };
type Props = { sample: boolean; templates: readonly Named[]; projects: readonly Named[]; chosen: (Named & { articles: readonly Article[] }) | null };
type Wish = Parameters<typeof planApi.lessons.$post>[0]["json"];

/** The ways to a new lesson. Each makes it at once; everything can be changed afterwards. */
export function StartLesson({ sample, templates, projects, chosen }: Props) {
  const t = useTranslations("lessonStart");
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const make = async (key: string, json: Wish) => {
    setBusy(key);
    setProblem(null);
    try {
      startAfresh(`/p/${(await unwrap(planApi.lessons.$post({ json }))).projectId}/lesson`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
      setBusy(null);
    }
  };
  return (
    <div className="stack s6">
      {problem && <Alert>{problem}</Alert>}
      {sample && (
        <section className="sect">
          <h2>{t("sample.title")}</h2>
          <p className="muted">{t("sample.why")}</p>
          <div><Button look="primary" size="large" busy={busy === "sample"} disabled={busy !== null} onClick={() => void make("sample", { from: "sample", name: t("sample.name") })}>{t("sample.act")}</Button></div>
        </section>
      )}
      {templates.length > 0 && (
        <section className="sect">
          <h2>{t("template.title")}</h2>
          <ul className="lp-others">
            {templates.map(({ id, name }) => <li key={id}><span className="cut">{name}</span><Button size="small" label={t("template.actOn", { name })} busy={busy === id} disabled={busy !== null} onClick={() => void make(id, { from: "lesson", as: "class", projectId: id, name })}>{t("template.act")}</Button></li>)}
          </ul>
        </section>
      )}
      <section className="sect">
        <h2>{t("own.title")}</h2>
        <p className="muted">{t("own.why")}</p>
        <div className="wrap"><Button busy={busy === "empty"} disabled={busy !== null} onClick={() => void make("empty", { from: "empty", name: t("own.name") })}>{t("own.paste")}</Button></div>
        {projects.length > 0 && <div className="wrap"><span className="x12">{t("own.from")}</span>{projects.map(({ id, name }) => <Button key={id} size="small" href={`/lessons/new?project=${id}`} {...(chosen?.id === id ? { className: "on" } : {})}>{name}</Button>)}</div>}
        {chosen && (
          <form className="card lp-pick" aria-label={chosen.name} onSubmit={(event) => { event.preventDefault(); void make("project", { from: "project", projectId: chosen.id, articleIds: [...picked], name: t("own.name") }); }}>
            <p className="x12">{t("own.pick", { n: picked.length })}</p>
            {chosen.articles.length === 0 && <p className="muted">{t("own.none")}</p>}
            {chosen.articles.map(({ id, title, outlet }) => (
              <Checkbox key={id} checked={picked.includes(id)} disabled={picked.length >= 4 && !picked.includes(id)} onChange={(event) => setPicked(event.target.checked ? [...picked, id] : picked.filter((one) => one !== id))} label={<>{title} {outlet !== null && <Tag>{outlet}</Tag>}</>} />
            ))}
            <div><Button type="submit" look="primary" busy={busy === "project"} disabled={picked.length < 2 || busy !== null}>{t("own.act")}</Button></div>
          </form>
        )}
      </section>
    </div>
  );
}
