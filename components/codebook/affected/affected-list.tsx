import Link from "next/link";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Tag } from "@/components/ui/tag";
import type { AffectedMark } from "./types";

const OUTCOMES = { kept: "kept as it was", changed: "changed", deleted: "deleted" } as const;

/** The marks article by article; each leads to its place. */
export function AffectedList({ projectId, items, framingNames }: { projectId: string; items: readonly AffectedMark[]; framingNames: Readonly<Record<string, string>> }) {
  const articles = new Map<string, AffectedMark[]>();
  for (const mark of items) articles.set(mark.articleId, [...(articles.get(mark.articleId) ?? []), mark]);
  return (
    <>
      {[...articles].map(([articleId, marks]) => (
        <section className="sect" key={articleId} aria-labelledby={`article-${articleId}`}>
          <h2 id={`article-${articleId}`} dir="auto"><Link className="link" prefetch={false} href={`/p/${projectId}/articles/${articleId}`}>{marks[0]?.articleTitle}</Link></h2>
          <ul className="cb-marks">{marks.map((mark) => <MarkRow key={mark.id} projectId={projectId} mark={mark} framingName={mark.framing === null ? "" : (framingNames[mark.framing] ?? mark.framing)} />)}</ul>
        </section>
      ))}
    </>
  );
}

const waiting = (mark: AffectedMark): string => ({ submitted: "submitted: return it first", returned: "returned, waits for its annotator", in_progress: "being worked on" })[mark.assignmentState] ?? "waits for its annotator";

function MarkRow({ projectId, mark, framingName }: { projectId: string; mark: AffectedMark; framingName: string }) {
  const place = `/p/${projectId}/articles/${mark.articleId}#span-${mark.spanId}`;
  return (
    <li>
      <div>
        {mark.quote === null ? <p className="faint">The words are shown once the article was submitted.</p> : <blockquote className={mark.framing === null ? "edge" : `edge ${GLYPH_CLASS[mark.framing]}`} dir="auto"><Link prefetch={false} href={place}>{mark.quote}</Link></blockquote>}
        <p className="wrap x12">
          {mark.framing !== null && <span className={`fr ${GLYPH_CLASS[mark.framing]}`}><FramingGlyph shape={mark.framing} />{framingName}</span>}
          <span>{mark.annotator}</span>
          {mark.settledAt === null ? <span className="faint">{waiting(mark)}</span> : <Tag>{mark.outcome === null ? "settled" : OUTCOMES[mark.outcome]}</Tag>}
        </p>
        <p className="x12"><span className="faint">Version {mark.versionNumber}:</span> {mark.reason}</p>
      </div>
    </li>
  );
}
