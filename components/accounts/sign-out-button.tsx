"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useSignOut } from "./use-sign-out";

/** Signs this browser out. */
export function SignOutButton({ look }: { look?: "plain" | "quiet" | undefined }) {
  const t = useTranslations("shell");
  const sessions = useTranslations("account.sessions");
  const { signOut, busy, dialog } = useSignOut();
  return <><Button look={look} busy={busy} icon={<Icon of={LogOut} />} onClick={signOut}>{busy ? sessions("signingOut") : t("signOut")}</Button>{dialog}</>;
}
