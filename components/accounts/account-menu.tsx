"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { LANGUAGE_COOKIE, type Language, LANGUAGES } from "@/components/words/languages";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { Who } from "@/components/ui/who";
import { useSignOut } from "./use-sign-out";

/** Letters of a name: "Ilka Orm" → IO. */
export const lettersOf = (name: string): string => name.split(/\s+/).map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? "").slice(0, 2).join("").toUpperCase();

/** The person's own menu: account, what a page adds, and signing out. */
export function AccountMenu({ name, caption = name, items = [] }: { name: string; caption?: string | undefined; items?: readonly MenuEntry[] | undefined }) {
  const t = useTranslations("shell");
  const spoken = useLocale();
  const { signOut, dialog } = useSignOut();
  const languages = (Object.keys(LANGUAGES) as Language[]).map((language) => ({ label: LANGUAGES[language], current: language === spoken, onSelect: () => speak(language) }));
  return (
    <>
      <Menu
        label={t("accountOf", { name })}
        className="btn quiet icon"
        align="end"
        trigger={<Who letters={lettersOf(name)} name={name} />}
        items={[{ caption }, { label: t("account"), href: "/account" }, ...items, "rule", { caption: t("language") }, ...languages, "rule", { label: t("signOut"), onSelect: signOut }]}
      />
      {dialog}
    </>
  );
}

/** Keeps the language on this machine for a year and loads the page in it. */
function speak(language: Language): void {
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=31536000; samesite=lax`;
  location.reload();
}
