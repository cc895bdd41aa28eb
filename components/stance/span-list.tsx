import { MarkdownView } from "@/components/rich-text/markdown-view";
import Link from "next/link";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Tag } from "@/components/ui/tag";
import type { SpanBehind } from "@/lib/stance/behind";
import type { Say } from "./say";

/** The spans behind a number, article by article, each leading to its place in the text. */
export function SpanList({ say, projectId, items }: { say: Say; projectId: string; items: readonly SpanBehind[] }) {
  const articles = new Map<string, SpanBehind[]>();
  for (const item of items) articles.set(item.articleId, [...(articles.get(item.articleId) ?? []), item]);
  return [...articles].map(([articleId, spans]) => (
    <section className="sect spans-behind" key={articleId} aria-labelledby={`article-${articleId}`}>
      <h2 id={`article-${articleId}`}><Link className="link" prefetch={false} href={`/p/${projectId}/articles/${articleId}`}>{spans[0]?.articleTitle}</Link></h2>
      <ul>{spans.map((span) => <SpanItem key={span.id} say={say} projectId={projectId} span={span} />)}</ul>
    </section>
  ));
}

const voiceOf = (span: SpanBehind): "publisher" | "reported" | "quoted" | "embedded" | "own" | "none" => {
  if (span.publishers) return "publisher";
  return span.voice === "quoted" && span.attribution === "reported" ? "reported" : (span.voice ?? "none");
};

function SpanItem({ say: { t, card }, projectId, span }: { say: Say; projectId: string; span: SpanBehind }) {
  return (
    <li className={`edge ${GLYPH_CLASS[span.framing]}`}>
      <blockquote className="serif">
        <Link prefetch={false} href={`/p/${projectId}/articles/${span.articleId}#span-${span.id}`}>{span.parts.map((part) => part.quote).join(" … ") || t("spans.notFound")}</Link>
      </blockquote>
      <p className="wrap x12">
        <span className={`fr ${GLYPH_CLASS[span.framing]}`}><FramingGlyph shape={span.framing} />{t(`framings.${span.framing}`)}</span>
        <span>{t(`spans.voices.${voiceOf(span)}`)}{span.speaker !== null && `: ${span.speaker}`}</span>
        {span.device !== null && <Tag>{span.device}</Tag>}
        {span.directness === "indirect" && <Tag>{t("spans.indirect")}</Tag>}
        <span className="push">{span.annotator ?? card("works.nobody")}</span>
      </p>
      {span.note !== "" && <MarkdownView text={span.note} className="x12 note-text" />}
    </li>
  );
}
