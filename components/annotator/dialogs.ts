import { lazy } from "react";

// The dialogs of the screen, each loaded when it is first opened; wrap them in Later.
export const SuggestTarget = lazy(async () => ({ default: (await import("@/components/targets/suggest-target")).SuggestTarget }));
export const KeysDialog = lazy(async () => ({ default: (await import("./panes/keys-dialog")).KeysDialog }));
export const SkipDialog = lazy(async () => ({ default: (await import("./aside/skip-dialog")).SkipDialog }));
export const FlagDialog = lazy(async () => ({ default: (await import("./aside/flag-dialog")).FlagDialog }));
export const EmptyDialog = lazy(async () => ({ default: (await import("./panes/empty-dialog")).EmptyDialog }));
