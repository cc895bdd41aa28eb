import Link from "next/link";
import { requestTranslator } from "@/components/words/request-words";

/** The ways to what became of the marks and, for those who adjudicate, to the disagreements for a meeting. */
export async function OutcomeLinks({ projectId, mayMeet }: { projectId: string; mayMeet: boolean }) {
  const t = await requestTranslator("titles");
  const base = `/p/${projectId}/adjudicate`;
  return <p className="wrap no-print"><Link className="link" prefetch={false} href={`${base}/outcome`}>{t("outcome")}</Link>{mayMeet && <Link className="link" prefetch={false} href={`${base}/meeting`}>{t("meeting")}</Link>}</p>;
}
