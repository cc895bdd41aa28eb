"use client";

import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
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
      setOffer(await unwrap(joinApi.join.look.$post({ json: { code: typed } })));
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
    // Nobody else at this machine should find the code in the address.
    window.history.replaceState(null, "", "/join");
    if (made.phrase === null) startAfresh(`/p/${made.projectId}`);
    else setJoined(made);
  };
  if (joined?.phrase) return <Welcome joined={joined} phrase={joined.phrase} />;
  if (offer && code) return <JoinForm key={offer.pseudonyms.join()} code={code} offer={offer} onJoined={done} onLook={look} />;
  return (
    <>
      {problem && <Alert>{problem.detail}</Alert>}
      {code === null || (code !== "" && !problem) ? <Skeleton label={t("looking")} /> : <div className="form"><JoinBox /></div>}
      <p className="x12">{t.rich("before", { link: (words) => <a className="link" href="/sign-in">{words}</a> })}</p>
    </>
  );
}

function Welcome({ joined, phrase }: { joined: Joined; phrase: string }) {
  const t = useTranslations("front.join");
  const [kept, setKept] = useState(false);
  return (
    <>
      <h1>{t("welcome", { name: joined.pseudonym })}</h1>
      <p className="x15">{t("write")}</p>
      <PhraseCard phrase={phrase} pseudonym={joined.pseudonym} />
      <Checkbox label={t("written")} checked={kept} onChange={(event) => setKept(event.target.checked)} />
      <div className="form-acts">
        <Button look="primary" size="large" disabled={!kept} onClick={() => startAfresh(`/p/${joined.projectId}`)}>{t("start")}</Button>
        {!kept && <span className="x12">{t("tick")}</span>}
      </div>
    </>
  );
}
