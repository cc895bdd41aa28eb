"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { unwrap } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import { problemOf, sessionApi } from "./api";
import { startAfresh } from "./start-afresh";

/** Signs this browser out. */
export function SignOutButton({ look }: { look?: "plain" | "quiet" | undefined }) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await unwrap(sessionApi.session.$delete());
      startAfresh("/sign-in");
    } catch (error) {
      toast({ text: problemOf(error).detail });
      setBusy(false);
    }
  };
  return <Button look={look} busy={busy} icon={<Icon of={LogOut} />} onClick={() => void act()}>{busy ? "Signing out…" : "Sign out"}</Button>;
}
