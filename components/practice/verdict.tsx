import { Check, CircleDashed, EqualNot, Plus, type LucideIcon } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { requestTranslator } from "@/components/words/request-words";
import type { Difference, Verdict } from "@/lib/annotations/answer-key";

const ICONS: Readonly<Record<Verdict, LucideIcon>> = { hit: Check, different: EqualNot, missed: CircleDashed, extra: Plus };

/** What became of a mark, as a sign and words; never a colour. */
export async function VerdictWords({ verdict, differs }: { verdict: Verdict; differs: readonly Difference[] }) {
  const t = await requestTranslator("practice");
  const what = differs.filter((one) => verdict === "hit" || one === "framing" || one === "target").map((one) => t(`differences.${one}`)).join(t("and"));
  const word = t(`verdicts.${verdict}`);
  return <span className="status"><Icon of={ICONS[verdict]} size="s" />{what === "" ? word : t(verdict === "hit" ? "butFor" : "differs", { verdict: word, what })}</span>;
}
