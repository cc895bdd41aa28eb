"use client";

import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { keepSending } from "./keep-sending";
import { openOutbox } from "./open-outbox";
import type { Outbox } from "./outbox";
import type { Kept, Owner } from "./record";

const OutboxContext = createContext<Outbox | null>(null);

/** Sends, from every page of a project, what its member left unsent in this browser. */
export function UnsentProvider({ projectId, memberId, userId, children }: Owner & { children: ReactNode }) {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => {
    let end: (() => void) | null = null;
    let left = false;
    void openOutbox({ projectId, memberId, userId }).then((opened) => {
      if (left) return;
      setOutbox(opened);
      end = keepSending(opened, window);
    });
    return () => {
      left = true;
      end?.();
    };
  }, [projectId, memberId, userId]);
  return <OutboxContext value={outbox?.owner.memberId === memberId ? outbox : null}>{children}</OutboxContext>;
}

/** The outbox of whoever is signed in; null until it is open. */
export function useOutbox(): Outbox | null {
  return useContext(OutboxContext);
}

/** What is kept in this browser and has not arrived, in order. */
export function useKept(outbox: Outbox | null): readonly Kept[] {
  return useSyncExternalStore(outbox?.watch ?? watchNothing, () => outbox?.records ?? NONE, () => NONE);
}

const NONE: readonly Kept[] = [];
const watchNothing = () => () => undefined;
