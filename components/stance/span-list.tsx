import Link from "next/link";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Tag } from "@/components/ui/tag";
import type { SpanBehind } from "@/lib/stance/server/spans-behind";

/** The spans behind a number, article by article, each leading to its place in the text. */
export function SpanList({ projectId, items }: { projectId: string; items: readonly SpanBehind[] }) {
  const articles = new Map<string, SpanBehind[]>();
  for (const item of items) articles.set(item.articleId, [...(articles.get(item.articleId) ?? []), item]);
  return [...articles].map(([articleId, spans]) => (
    <section className="sect spans-behind" key={articleId} aria-labelledby={`article-${articleId}`}>
      <h2 id={`article-${articleId}`}><Link className="link" prefetch={false} href={`/p/${projectId}/articles/${articleId}`}>{spans[0]?.articleTitle}</Link></h2>
      <ul>{spans.map((span) => <SpanItem key={span.id} projectId={projectId} span={span} />)}</ul>
    </section>
  ));
}

const voiceWords = (span: SpanBehind): string => {
  if (span.publishers) return "own voice of the publisher";
  if (span.voice === "quoted") return span.attribution === "reported" ? "quoted, reported speech" : "quoted";
  return span.voice === "embedded" ? "embedded" : "own voice";
};

function SpanItem({ projectId, span }: { projectId: string; span: SpanBehind }) {
  return (
    <li className={`edge ${GLYPH_CLASS[span.framing]}`}>
      <blockquote className="serif">
        <Link prefetch={false} href={`/p/${projectId}/articles/${span.articleId}#span-${span.id}`}>{span.parts.map((part) => part.quote).join(" … ") || "Not found in the current text"}</Link>
      </blockquote>
      <p className="wrap x12">
        <span className={`fr ${GLYPH_CLASS[span.framing]}`}><FramingGlyph shape={span.framing} />{span.framing}</span>
        <span>{voiceWords(span)}</span>
        {span.device !== null && <Tag>{span.device}</Tag>}
        <span className="push">{span.annotator}</span>
      </p>
      {span.note !== "" && <p className="x12 note-text">{span.note}</p>}
    </li>
  );
}
