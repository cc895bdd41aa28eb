import Link from "next/link";
import { requestTranslator } from "@/components/words/request-words";
import type { Upheld } from "@/lib/adjudication/around/upheld";

/** How many of one's own marks decisions upheld, with the way to why; nothing before there is a decision. */
export async function OwnUpheld({ projectId, rate }: { projectId: string; rate: Upheld | undefined }) {
  if (rate === undefined || rate.decided === 0) return null;
  const t = await requestTranslator("outcome");
  return <p className="x12">{t("own", { upheld: rate.upheld, decided: rate.decided })} <Link className="link" href={`/p/${projectId}/adjudicate/outcome`}>{t("ownMore")}</Link></p>;
}
