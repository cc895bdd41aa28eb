import type { ReactNode } from "react";
import { MoreWords } from "./more-words";
import { pick, requestWords } from "./request-words";
import type { Words } from "./words";

/** Hands client components inside the words of some namespaces, so that other pages need not load them. For layouts and pages. */
export async function AreaWords({ of, children }: { of: readonly (keyof Words)[]; children: ReactNode }) {
  const { words } = await requestWords();
  return <MoreWords words={pick(words, of)}>{children}</MoreWords>;
}
