"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { startAfresh } from "@/components/accounts/start-afresh";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ltiLessonApi } from "./api";

type Link = { returnUrl: string; jwt: string; name: string };

/** A teacher's lessons, of which one becomes what a link in a course leads to. */
export function ChooseLesson({ platform, deepLink, lessons }: { platform: string; deepLink: boolean; lessons: readonly { id: string; name: string }[] }) {
  const t = useTranslations("lti.teacher");
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [link, setLink] = useState<Link | null>(null);
  const choose = async (projectId: string) => {
    setBusy(projectId);
    const sent = { param: { projectId }, json: {} };
    try {
      if (deepLink) setLink(await unwrap(ltiLessonApi.projects[":projectId"].lesson.lti.link.$post(sent)));
      else {
        await unwrap(ltiLessonApi.projects[":projectId"].lesson.lti.$post(sent));
        startAfresh(`/p/${projectId}/lesson`);
      }
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
      setBusy(null);
    }
  };
  if (link) return <SendBack link={link} platform={platform} />;
  return (
    <>
      <h1>{t("choose.title")}</h1>
      <p className="x15">{t("choose.why")}</p>
      {problem && <Alert>{problem}</Alert>}
      {lessons.length === 0 && <><p>{t("choose.none")}</p><p><Button href="/lessons/new">{t("choose.make")}</Button></p></>}
      <ul className="choose-lesson">
        {lessons.map(({ id, name }) => (
          <li key={id}><span>{name}</span><Button busy={busy === id} disabled={busy !== null && busy !== id} label={t("choose.actOn", { name })} onClick={() => void choose(id)}>{t(busy === id ? "choose.acting" : "choose.act")}</Button></li>
        ))}
      </ul>
    </>
  );
}

/** The one form that leaves this site: it posts the signed link to the platform that asked for it. */
function SendBack({ link, platform }: { link: Link; platform: string }) {
  const t = useTranslations("lti.teacher.send");
  return (
    <form method="post" action={link.returnUrl}>
      <h1>{t("title")}</h1>
      <p className="x15">{t("why", { name: link.name, platform })}</p>
      <input type="hidden" name="JWT" value={link.jwt} />
      <div><Button type="submit" look="primary" size="large">{t("act")}</Button></div>
    </form>
  );
}
