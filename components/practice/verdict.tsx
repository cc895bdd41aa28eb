import { Check, CircleDashed, EqualNot, Plus, type LucideIcon } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { Difference, Verdict } from "@/lib/annotations/answer-key";

const VERDICTS: Readonly<Record<Verdict, { icon: LucideIcon; word: string }>> = {
  hit: { icon: Check, word: "As in the key" },
  different: { icon: EqualNot, word: "Coded otherwise" },
  missed: { icon: CircleDashed, word: "Only in the key" },
  extra: { icon: Plus, word: "Only yours" },
};

const DIFFERENCES: Readonly<Record<Difference, string>> = { framing: "framing", target: "target", voice: "voice", labels: "labels" };

/** What became of a mark, as a sign and words; never a colour. */
export function VerdictWords({ verdict, differs }: { verdict: Verdict; differs: readonly Difference[] }) {
  const { icon, word } = VERDICTS[verdict];
  const what = differs.filter((one) => verdict === "hit" || one === "framing" || one === "target").map((one) => DIFFERENCES[one]).join(" and ");
  return <span className="status"><Icon of={icon} size="s" />{word}{what !== "" && (verdict === "hit" ? `, but for the ${what}` : `: the ${what}`)}</span>;
}
