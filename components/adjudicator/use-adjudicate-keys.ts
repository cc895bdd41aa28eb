import { useMemo, useSyncExternalStore, useState } from "react";
import { useTranslations } from "use-intl/react";
import { sendAs } from "@/components/annotator/api";
import { onMac } from "@/components/annotator/keyboard/on-mac";
import { SettingsStore } from "@/components/annotator/settings/settings-store";
import type { ReaderSettings } from "@/lib/accounts/reader-settings";
import { newId } from "@/lib/kernel/id";
import { AdjudicateKeys } from "./keyboard/adjudicate-keys";

/** Which key does what for the person at the screen, and how to change it; kept with their account. */
export function useAdjudicateKeys(settings: ReaderSettings, memberId: string): { readonly keys: AdjudicateKeys; readonly settings: ReaderSettings; readonly change: (fields: Partial<ReaderSettings>) => void } {
  const [store] = useState(() => new SettingsStore(settings, { newId, send: (request, operationId) => sendAs(memberId, request, operationId) }));
  const read = (): ReaderSettings => store.state;
  const now = useSyncExternalStore(store.subscribe, read, read);
  const t = useTranslations();
  const keys = useMemo(() => new AdjudicateKeys(now, t, onMac()), [now, t]);
  return { keys, settings: now, change: (fields) => void store.change(fields) };
}
