"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { atField, joinApi, problemOf } from "./api";
import { PersonFields, personOf } from "./person-fields";

/** What a code opens, as the API tells it. */
export type Offer = { projectName: string; projectKind: "research" | "class"; role: string; asks: "pseudonym" | "account" | "nothing"; email: string | null; pseudonyms: string[]; projectId: string | null };
type Made = { projectId: string; pseudonym: string; phrase: string | null };
type Props = { code: string; offer: Offer; onJoined: (made: Made) => void; onInside: (projectId: string) => void; onLook: () => Promise<void> };

/** The form behind a good code: a made-up name, a new account, or just a yes. */
export function JoinForm({ code, offer, onJoined, onInside, onLook }: Props) {
  const t = useTranslations("front.join");
  const [pseudonyms, setPseudonyms] = useState(offer.pseudonyms);
  const [pseudonym, setPseudonym] = useState<string | null>(offer.pseudonyms[0] ?? null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const person = offer.asks === "account" ? { person: personOf(new FormData(event.currentTarget)) } : {};
    try {
      onJoined(await unwrap(joinApi.join.$post({ json: { code, ...person, ...(offer.asks !== "account" && pseudonym ? { pseudonym } : {}) } })));
    } catch (error) {
      const problem = problemOf(error);
      const { pseudonyms: fresh, projectId } = (problem.current ?? {}) as { pseudonyms?: string[]; projectId?: string };
      if (projectId) return onInside(projectId);
      if (fresh) setPseudonyms(fresh);
      if (fresh) setPseudonym(fresh[0] ?? null);
      setProblem(problem);
      setBusy(false);
    }
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <div><h1>{t("title", { project: offer.projectName })}</h1><p className="x15">{t(offer.asks)}</p></div>
      {offer.asks === "account" && <PersonFields problem={problem} />}
      {offer.asks === "account" && offer.email && <p className="x12">{t("invitedAs", { email: offer.email })}</p>}
      {offer.asks !== "account" && <Choice legend={t("nameHere")} columns={2} value={pseudonym} onChange={setPseudonym} options={pseudonyms.map((name) => ({ value: name, label: name }))} />}
      {problem && !atField(problem, "/person/") && <Alert>{problem.status === 404 ? `${t("wrong")} ${t("askTeacher")}` : problem.detail}</Alert>}
      <div className="form-acts">
        <Button type="submit" look="primary" size="large" busy={busy}>{t(busy ? "acting" : "act")}</Button>
        {offer.asks !== "account" && <Button look="quiet" onClick={() => void onLook()}>{t("others")}</Button>}
      </div>
      {offer.asks !== "nothing" && <p className="x12">{t.rich("haveAccount", { link: (words) => <a className="link" href={`/sign-in?next=${encodeURIComponent("/join")}`}>{words}</a> })}</p>}
    </form>
  );
}
