"use client";

import { useState, type ReactNode } from "react";
import { forgetHere, leftHere, sendLeft, type LeftHere } from "@/components/annotator/unsent/left-here";
import { unwrap } from "@/components/api/client";
import { useToast } from "@/components/ui/toast";
import { problemOf, sessionApi } from "./api";
import { SignOutDialog } from "./sign-out-dialog";
import { startAfresh } from "./start-afresh";

/** Signing out of this browser; asks first when some of the person's work is only here. `dialog` is what it asks with. */
export function useSignOut(): { readonly signOut: () => void; readonly busy: boolean; readonly dialog: ReactNode } {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<LeftHere | null>(null);
  const [stuck, setStuck] = useState(false);

  const attempt = (work: () => Promise<void>) => () => {
    setBusy(true);
    work().catch((error: unknown) => toast({ text: problemOf(error).detail })).finally(() => setBusy(false));
  };
  const end = async (changes: boolean): Promise<void> => {
    const userId = await whoIsHere();
    await unwrap(sessionApi.session.$delete());
    if (userId !== null) await forgetHere(userId, { changes });
    startAfresh("/sign-in");
  };
  const ask = async (): Promise<void> => {
    const found = await leftHere(whoIsHere);
    setStuck(false);
    setLeft(found);
    if (found === null) await end(false);
  };
  const send = async (): Promise<void> => {
    const userId = await whoIsHere();
    if (userId !== null && (await sendLeft(userId))) return ask();
    setStuck(true);
  };
  const dialog = <SignOutDialog {...{ left, busy, stuck }} onStay={() => setLeft(null)} onSend={attempt(send)} onLeave={attempt(() => end(false))} onDiscard={attempt(() => end(true))} />;
  return { signOut: attempt(ask), busy, dialog };
}

async function whoIsHere(): Promise<string | null> {
  return (await unwrap(sessionApi.session.$get())).user?.id ?? null;
}
