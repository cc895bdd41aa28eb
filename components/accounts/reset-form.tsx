"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import { faultAt, problemOf, sessionApi } from "./api";

/** A new passphrase with the token of a link, or without one the letter that brings it. */
export function ResetForm({ token }: { token: string | null }) {
  const t = useTranslations("front.reset");
  const signIn = useTranslations("front.signIn");
  const person = useTranslations("front.person");
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      if (token) await unwrap(sessionApi.session.reset.$post({ json: { token, password: String(form.get("password")) } }));
      else await unwrap(sessionApi.session["reset-link"].$post({ json: { email: String(form.get("email")) } }));
      setDone(true);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };
  if (done) return token ? <><Note>{t("done")}</Note><p><Button look="primary" href="/sign-in">{signIn("act")}</Button></p></> : <Note>{t("sent")}</Note>;
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {token ? <PasswordInput label={t("passphrase")} name="password" autoComplete="new-password" required hint={person("hint")} error={faultAt(problem, "/password")} /> : <TextInput label={signIn("email")} name="email" type="email" autoComplete="email" required />}
      {problem && <Alert>{problem.detail}</Alert>}
      <div className="form-acts"><Button type="submit" look="primary" size="large" busy={busy}>{token ? t(busy ? "acting" : "act") : busy ? t("sending") : signIn("send")}</Button></div>
    </form>
  );
}
