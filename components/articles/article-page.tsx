import Link from "next/link";
import type { ReactNode } from "react";
import { HistoryButton } from "@/components/history/history-button";
import { SaidPanel, type Said } from "@/components/history/said-panel";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { requestTranslator } from "@/components/words/request-words";
import type { Translator } from "@/components/words/words";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import type { BlockKind } from "@/lib/articles/blocks";
import type { BlockReason } from "@/lib/articles/extract/understood";
import type { VoiceShares } from "@/lib/articles/voice-shares";
import { ArchiveButton } from "./archive-button";
import { ArticleBlocks } from "./article-blocks";
import type { Assignable } from "./assign-dialog";
import { AssignedPanel, type AssignedMember } from "./assigned-panel";
import { Masked } from "./masked";
import { VoiceBar } from "./voice-bar";
import { Fact, ProvenancePanel } from "./provenance-panel";

type Named = { name: string } | null;
type CopyOfWork = { id: string; title: string; outlet: string | null; publisher: string | null };
/** The bytes from which the article was made, to download as plain text. */
type ShownCapture = { id: string; fileName: string; mediaType: string; bytes: number };
/** An article as its own page shows it. */
export type ShownArticle = {
  id: string; version: number; title: string; outlet: Named; publisher: Named; byline: string | null; url: string | null; publishedOn: string | null; genre: string | null; language: string | null;
  capturedAt: Date; words: number; codePoints: number; ownVoiceCodePoints: number | null; archived: boolean; sourceHidden?: boolean | undefined;
  own: { assignmentId: string; state: string } | null;
  revision: { number: number; sha256: string | null };
  blocks: { ordinal: number; kind: BlockKind; start: number; end: number; reason: BlockReason | null }[];
  text: string;
  voiceShares: VoiceShares | null;
  copies: CopyOfWork[] | null;
  assigned: AssignedMember[] | null;
  changedAfterReveal: number | null;
};

/** One article: as captured on the left; where it comes from, who has it, and its fingerprint beside it. */
export async function ArticlePage({ projectId, article, outlets, members, mayWrite, returner, said, answerKey, copiesPanel, captures }: { projectId: string; article: ShownArticle; outlets: readonly string[]; members: readonly Assignable[]; mayWrite: boolean; returner: string | null; said: Said; answerKey?: ReactNode; copiesPanel?: ReactNode; captures: readonly ShownCapture[] }) {
  const [list, t] = await Promise.all([requestTranslator("articles"), requestTranslator("articles.page")]);
  const index = new TextIndex(article.text);
  const blocks = article.blocks.map(({ ordinal, kind, start, end, reason }) => ({ ordinal, kind, reason, words: index.slice(codePoint(start), codePoint(end)) }));
  const { id, version, title, byline, url, publishedOn, genre, language, archived } = article;
  const provenance = { id, version, title, byline, url, publishedOn, genre, language, outlet: article.outlet?.name ?? null, publisher: article.publisher?.name ?? null, sourceHidden: article.sourceHidden };
  return (
    <div className="page">
      <p className="x12"><Link className="link" href={`/p/${projectId}/articles`}>{list("title")}</Link></p>
      <PageHead
        title={<span className="serif wrap-any" dir="auto"><Masked text={title} /></span>}
        acts={
          <>
            {mayWrite && <ArchiveButton projectId={projectId} articleId={id} version={version} archived={archived} />}
            {article.own && <HistoryButton projectId={projectId} assignmentId={article.own.assignmentId} />}
            {article.own && !archived && <Button look="primary" href={`/p/${projectId}/annotate/${article.own.assignmentId}`}>{t("annotate")}</Button>}
          </>
        }
      />
      {archived && <Note>{t("archived")}</Note>}
      <div className="beside">
        <section className="sect" aria-labelledby="captured">
          <div className="sect-h"><h2 id="captured">{t("captured")}</h2>{mayWrite && <span className="x12">{t("signs")}</span>}</div>
          <ArticleBlocks projectId={projectId} articleId={id} version={version} blocks={blocks} language={language} mayWrite={mayWrite} />
        </section>
        <div>
          <ProvenancePanel projectId={projectId} article={provenance} copies={article.copies ?? []} outlets={outlets} mayWrite={mayWrite} />
          {article.assigned && <AssignedPanel projectId={projectId} articleId={id} assigned={article.assigned} changedLate={article.changedAfterReveal ?? 0} members={members} mayAssign={mayWrite} returner={returner} archived={archived} />}
          <SaidPanel said={said} />
          {answerKey}
          {copiesPanel}
          <Fingerprint t={t} projectId={projectId} article={article} captures={captures} home={`/p/${projectId}/articles/${id}`} mayWrite={mayWrite && !archived} />
        </div>
      </div>
    </div>
  );
}

function Fingerprint({ t, projectId, article, captures, home, mayWrite }: { t: Translator<"articles.page">; projectId: string; article: ShownArticle; captures: readonly ShownCapture[]; home: string; mayWrite: boolean }) {
  const { codePoints, ownVoiceCodePoints: ownVoice, revision: { sha256 } } = article;
  const share = codePoints > 0 ? Math.round(((ownVoice ?? 0) / codePoints) * 100) : 0;
  return (
    <section className="sect">
      <div className="sect-h"><h2>{t("text")}</h2><span className="x12">{t("revision", { n: article.revision.number })}</span></div>
      <dl className="facts num">
        <Fact name={t("length")}>{t("lengthIs", { characters: codePoints, about: article.sourceHidden ? "yes" : "no", words: article.words })}</Fact>
        {ownVoice !== null && <Fact name={t("ownVoice")}>{t("ownVoiceIs", { characters: ownVoice, share })}</Fact>}
        {article.voiceShares !== null && <Fact name={t("voices")}><VoiceBar shares={article.voiceShares} label={t("voices")} names={{ own: t("voice.own"), direct: t("voice.direct"), reported: t("voice.reported"), embedded: t("voice.embedded") }} /></Fact>}
        <Fact name={t("capturedAt")}><time dateTime={article.capturedAt.toISOString()}>{article.capturedAt.toISOString().slice(0, 16).replace("T", " ")} UTC</time></Fact>
        {captures.map(({ id, fileName, mediaType, bytes }) => <Fact key={id} name={t("asItCame")}><a className="link" href={`/api/v1/projects/${projectId}/articles/${article.id}/captures/${id}`} download="">{fileName || mediaType}</a> {t("asItCameIs", { kilobytes: Math.max(1, Math.round(bytes / 1024)) })}</Fact>)}
        {sha256 !== null && <Fact name={t("sha")}><code className="wrap-any">{sha256}</code></Fact>}
      </dl>
      <div className="wrap">
        {mayWrite && <Button size="small" href={`${home}/revisions/new`}>{t("revise")}</Button>}
        {article.revision.number > 1 && article.assigned !== null && <Button size="small" look="quiet" href={`${home}/revisions`}>{t("revisions")}</Button>}
        {sha256 !== null && <CopyButton size="small" look="quiet" text={sha256} label={t("copySha")} />}
      </div>
    </section>
  );
}
