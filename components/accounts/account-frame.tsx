"use client";

import "@/components/accounts/accounts.css";
import { useEffect, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { sendLeft } from "@/components/annotator/unsent/left-here";
import { Masthead } from "@/components/ui/masthead";
import { AccountMenu } from "./account-menu";

/** The frame of the pages outside any project. What the person left unsent in this browser goes out from here too. */
export function AccountFrame({ userId, name, children, banner }: { userId: string | null; name: string; children: ReactNode; banner?: ReactNode }) {
  const t = useTranslations("shell");
  useEffect(() => {
    if (userId !== null) void sendLeft(userId);
  }, [userId]);
  return (
    <div className="app">
      <a className="skip btn" href="#main">{t("skip")}</a>
      {banner}
      <Masthead navLabel={t("you")} nav={[{ href: "/", label: t("projects") }, { href: "/account", label: t("account") }]} tools={<AccountMenu name={name} />} />
      <main id="main" className="screen page" tabIndex={-1}>{children}</main>
    </div>
  );
}
