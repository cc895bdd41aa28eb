"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import type { Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PasswordInput } from "@/components/ui/password-input";
import { Segmented } from "@/components/ui/segmented";
import { TextInput } from "@/components/ui/text-input";
import { knock, problemOf } from "./api";
import { startAfresh } from "./start-afresh";

type Way = "password" | "phrase" | "email";
type Props = { next: string; providers: readonly { id: string; name: string }[]; mail: boolean; remark: string | null; sent: boolean };

/** Signing in with a passphrase, four words, a letter, or another service. */
export function SignInBox({ next, providers, mail, remark, sent }: Props) {
  const t = useTranslations("front.signIn");
  const person = useTranslations("front.person");
  const [way, setWay] = useState<Way>("password");
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const enter = async (path: Parameters<typeof knock>[0], body: Record<string, string>) => {
    setBusy(path);
    try {
      startAfresh(await knock(path, { ...body, callbackUrl: next }));
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(null);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    if (way === "password") void enter("callback/password", { login: text("login"), password: text("password") });
    else if (way === "phrase") void enter("callback/phrase", { phrase: text("phrase") });
    else void enter("signin/email", { email: text("email") });
  };
  const ways = (["password", "phrase", ...(mail ? (["email"] as const) : [])] as const).map((value) => ({ value, label: t(`ways.${value}`) }));
  const wrong = problem?.status === 401;
  return (
    <form onSubmit={submit} aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">{t("title")}</h2>
      {sent && <Note>{t("sent")}</Note>}
      {problem ? <Alert>{problem.detail}</Alert> : remark && <Alert>{remark}</Alert>}
      <Segmented<Way> label={t("how")} options={ways} value={way} onChange={(value) => { setWay(value); setProblem(null); }} fill />
      {way === "password" && (
        <>
          <TextInput label={t("login")} name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
          <PasswordInput label={person("passphrase")} name="password" autoComplete="current-password" required {...(wrong ? { "aria-invalid": true } : {})} />
        </>
      )}
      {way === "phrase" && <TextInput label={t("phrase")} name="phrase" hint={t("phraseHint")} autoComplete="off" autoCapitalize="none" spellCheck={false} required />}
      {way === "email" && <TextInput label={t("email")} name="email" type="email" autoComplete="email" required />}
      <Button type="submit" look="primary" busy={busy !== null}>{t(busy !== null ? "acting" : way === "email" ? "send" : "act")}</Button>
      {providers.map((provider) => <Button key={provider.id} busy={busy === `signin/${provider.id}`} onClick={() => void enter(`signin/${provider.id}`, {})}>{t("with", { provider: provider.name })}</Button>)}
      <Forgotten way={way} mail={mail} />
    </form>
  );
}

function Forgotten({ way, mail }: { way: Way; mail: boolean }) {
  const t = useTranslations("front.signIn");
  if (way === "phrase") return <p className="x12">{t("forgotPhrase")}</p>;
  if (way === "email") return null;
  if (mail) return <p className="x12">{t.rich("forgotMail", { link: (words) => <a className="link" href="/sign-in/reset">{words}</a> })}</p>;
  return <p className="x12">{t("forgot")}</p>;
}
