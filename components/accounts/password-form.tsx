"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { accountApi, faultAt } from "./api";
import { useAct } from "./use-act";

/** The name that the team sees. */
export function NameForm({ name, version }: { name: string; version: number }) {
  const toast = useToast();
  const t = useTranslations("account.name");
  const acts = useTranslations("acts");
  const { act, busy, problem } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("name"));
    if (await act(() => unwrap(accountApi.account.$patch({ json: { version, name: wanted } })))) toast({ text: t("done") });
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextInput label={t("label")} name="name" defaultValue={name} maxLength={100} required error={problem?.detail} />
      <div className="form-acts"><Button type="submit" busy={busy}>{busy ? acts("saving") : t("act")}</Button></div>
    </form>
  );
}

/** A new passphrase, with the old one. */
export function PasswordForm() {
  const toast = useToast();
  const t = useTranslations("account.passphrase");
  const { act, busy, problem } = useAct();
  const [round, setRound] = useState(0);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const made = await act(() => unwrap(accountApi.account.password.$post({ json: { old: String(form.get("old")), password: String(form.get("password")) } })));
    if (!made) return;
    setRound(round + 1);
    toast({ text: t("done", { ended: made.ended }) });
  };
  const general = problem && !problem.errors ? problem.detail : null;
  return (
    <form className="form" key={round} onSubmit={(event) => void submit(event)}>
      <PasswordInput label={t("present")} name="old" autoComplete="current-password" required error={faultAt(problem, "/old")} />
      <PasswordInput label={t("new")} name="password" autoComplete="new-password" required hint={t("hint")} error={faultAt(problem, "/password")} />
      {general && <Alert>{general}</Alert>}
      <div className="form-acts"><Button type="submit" busy={busy}>{t(busy ? "acting" : "act")}</Button></div>
    </form>
  );
}
