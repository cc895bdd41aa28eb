"use client";

import { useTranslations } from "use-intl/react";
import type { Problem } from "@/components/api/client";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import { faultAt } from "./api";

/** What a form with `PersonFields` holds. */
export function personOf(form: FormData): { name: string; login: string; password: string } {
  const text = (name: string) => String(form.get(name) ?? "");
  return { name: text("name"), login: text("login"), password: text("password") };
}

/** Name, sign-in name and passphrase of a new account. */
export function PersonFields({ problem }: { problem: Problem | null }) {
  const t = useTranslations("front.person");
  const at = (path: string) => faultAt(problem, `/person/${path}`);
  return (
    <>
      <TextInput label={t("name")} name="name" autoComplete="name" maxLength={100} required error={at("name")} />
      <TextInput label={t("login")} name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={40} required error={at("login")} />
      <PasswordInput label={t("passphrase")} name="password" autoComplete="new-password" required hint={t("hint")} error={at("password")} />
    </>
  );
}
