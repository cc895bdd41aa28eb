import Link from "next/link";
import type { Passage } from "@/lib/agreement/report";
import type { Say } from "./say";

/** The words of a passage, leading to where they stand. */
export function PassageLink({ say: { t }, passage, href }: { say: Say; passage: Passage; href: string }) {
  return <Link prefetch={false} className="q" href={href}>{t("causes.quote", { words: passage.quote.replace(/\s+/gu, " ") })}</Link>;
}
