"use client";

import "@/components/accounts/accounts.css";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Masthead } from "@/components/ui/masthead";
import { AccountMenu } from "./account-menu";

/** The frame of the pages outside any project. */
export function AccountFrame({ name, children, banner }: { name: string; children: ReactNode; banner?: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <div className="app">
      <a className="skip btn" href="#main">{t("skip")}</a>
      {banner}
      <Masthead navLabel={t("you")} nav={[{ href: "/", label: t("projects") }, { href: "/account", label: t("account") }]} tools={<AccountMenu name={name} />} />
      <main id="main" className="screen page" tabIndex={-1}>{children}</main>
    </div>
  );
}
