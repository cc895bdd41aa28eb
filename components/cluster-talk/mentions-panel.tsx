import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import { requestTranslator } from "@/components/words/request-words";
import type { MentionLine } from "@/lib/adjudication/around/talk";

/** The newest messages about clusters that name the reader; nothing where none does. */
export async function MentionsPanel({ projectId, items, unseen }: { projectId: string; items: readonly MentionLine[]; unseen: number }) {
  const [t, discussion] = await Promise.all([requestTranslator("clusterTalk.mentions"), requestTranslator("discussion")]);
  if (items.length === 0) return null;
  return (
    <section className="sect" aria-labelledby="mentions-title">
      <div className="sect-h"><h2 id="mentions-title">{t("title")}</h2><span className="x12">{t("facts", { n: unseen })}</span></div>
      <ul className="suggested" aria-labelledby="mentions-title">
        {items.map((one) => (
          <li key={one.messageId}>
            <p className="wrap-any" dir="auto">{one.text}</p>
            <p className="wrap x12">{!one.seen && <Tag>{t("new")}</Tag>}<span>{t("by", { who: one.by ?? discussion("somebody") })}</span><Link className="link" prefetch={false} href={`/p/${projectId}/adjudicate/${one.articleId}#mark-${one.spanId}`}><bdi>{one.articleTitle}</bdi></Link></p>
          </li>
        ))}
      </ul>
    </section>
  );
}
