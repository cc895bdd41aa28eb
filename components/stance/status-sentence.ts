import type { Translator } from "@/components/words/words";
import type { Status } from "@/lib/stance/status";
import { WORKS_ENOUGH, WORKS_TENTATIVE } from "@/lib/stance/status";

/** What a status rests on; null for a work by itself. */
export type Rests = { readonly works: number; readonly sharedWorks: number; readonly reasons: Status["reasons"] };

/** Why a row can be compared, or cannot, in one sentence. */
export function statusSentence(t: Translator<"stance">, rests: Rests | null): string {
  if (rests === null) return t("status.single");
  const { works, sharedWorks, reasons } = rests;
  const [reason] = reasons;
  if (reason === undefined) return t("status.enough", { works, shared: sharedWorks });
  if (reason === "fewer_than_twenty_works") return t("status.fewer_than_twenty_works", { works, enough: WORKS_ENOUGH });
  if (reason === "fewer_than_five_works") return t(reasons.length > 1 ? "status.few_and_unshared" : "status.fewer_than_five_works", { works, needed: WORKS_TENTATIVE });
  return t(`status.${reason}`);
}
