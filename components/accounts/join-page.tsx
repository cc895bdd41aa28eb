"use client";

import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { joinApi, problemOf } from "./api";
import { JoinBox } from "./join-box";
import { JoinForm, type Offer } from "./join-form";
import { PhraseCard } from "./phrase-card";
import { startAfresh } from "./start-afresh";

type Joined = { projectId: string; pseudonym: string; phrase: string | null };

/** What stands after the #; a code mangled on its way is tried as it stands, and answered like any wrong one. */
function typedCode(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** Opens the project. Nobody else at this machine should find the code in the address. */
function enter(projectId: string): void {
  window.history.replaceState(null, "", "/join");
  startAfresh(`/p/${projectId}`);
}

/** Joining, from the code after the # to the open project. */
export function JoinPage() {
  const t = useTranslations("front.join");
  const [code, setCode] = useState<string | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [joined, setJoined] = useState<Joined | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = useCallback(async () => {
    const typed = typedCode(window.location.hash);
    setCode(typed);
    setOffer(null);
    setProblem(null);
    if (typed === "") return;
    try {
      const found = await unwrap(joinApi.join.look.$post({ json: { code: typed } }));
      // Who scans the code again is on the way to the lesson.
      if (found.projectId !== null) return enter(found.projectId);
      setOffer(found);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, []);
  useEffect(() => {
    // The code stands after the #, which only the browser knows.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void look();
    const again = () => void look();
    window.addEventListener("hashchange", again);
    return () => window.removeEventListener("hashchange", again);
  }, [look]);
  const done = (made: Joined) => {
    if (made.phrase === null) return enter(made.projectId);
    window.history.replaceState(null, "", "/join");
    setJoined(made);
  };
  const again = (typed: string) => {
    window.history.replaceState(null, "", `/join#${typed}`);
    void look();
  };
  if (joined?.phrase) return <Welcome joined={joined} phrase={joined.phrase} />;
  if (offer && code) return <JoinForm key={offer.pseudonyms.join()} code={code} offer={offer} onJoined={done} onInside={enter} onLook={look} />;
  return (
    <>
      {problem && <Alert>{problem.status === 404 ? `${t("wrong")} ${t("askTeacher")}` : problem.detail}</Alert>}
      {code === null || (code !== "" && !problem) ? <Skeleton label={t("looking")} /> : <div className="form"><JoinBox key={code} typed={code} onCode={again} /></div>}
      <p className="x12">{t.rich("before", { link: (words) => <a className="link" href="/sign-in">{words}</a> })}</p>
    </>
  );
}

function Welcome({ joined, phrase }: { joined: Joined; phrase: string }) {
  const t = useTranslations("front.join");
  return (
    <>
      <h1>{t("welcome", { name: joined.pseudonym })}</h1>
      <p className="x15">{t("write")}</p>
      <PhraseCard phrase={phrase} pseudonym={joined.pseudonym} />
      <div className="form-acts">
        <Button look="primary" size="large" autoFocus onClick={() => startAfresh(`/p/${joined.projectId}`)}>{t("start")}</Button>
      </div>
    </>
  );
}
