import type { Translator } from "@/components/words/words";
import type { NamedOutlet, Toward } from "@/lib/stance/report";

/** So many pairs are named; with many outlets there are hundreds. */
const NAMED = 3;

/** Which outlets are clearly apart toward a target, and that the others are not ranked. */
export function orderSentence(t: Translator<"stance">, { order }: Toward, target: string, outlets: readonly NamedOutlet[]): string {
  const nameOf = (id: string): string => outlets.find((outlet) => outlet.id === id)?.name ?? id;
  const named = order.apart.slice(0, NAMED).map(({ critical, advocacy }) => t("order.pair", { critical: nameOf(critical), advocacy: nameOf(advocacy) }));
  const rest = order.apart.length - named.length;
  return t(`order.${order.says}`, { target, pairs: [...named, ...(rest > 0 ? [t("order.more", { n: rest })] : [])].join("; ") });
}
