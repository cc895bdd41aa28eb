-- AlterTable
ALTER TABLE "project" ADD COLUMN     "ask_shows_peers" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "boundary_rule" TEXT NOT NULL DEFAULT 'majority',
ADD COLUMN     "hide_annotators" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "suggest_settled" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "job" ADD COLUMN     "result" JSONB;

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "article_id" UUID;

-- CreateTable
CREATE TABLE "adjudication" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "claimed_by" UUID,
    "claimed_until" TIMESTAMPTZ(3),
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "basis" TEXT NOT NULL DEFAULT '',
    "annotators" INTEGER NOT NULL DEFAULT 0,
    "clusters" INTEGER NOT NULL DEFAULT 0,
    "unanimous" INTEGER NOT NULL DEFAULT 0,
    "undecided" INTEGER NOT NULL DEFAULT 0,
    "agreement" DOUBLE PRECISION,
    "first_submitted_at" TIMESTAMPTZ(3),
    "facets" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "adjudication_pkey" PRIMARY KEY ("project_id","article_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "codebook_version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "target_id" UUID,
    "set_id" UUID,
    "start_offset" INTEGER,
    "end_offset" INTEGER,
    "outcome" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "value" JSONB,
    "member_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "decision_replaced" (
    "project_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "decision_replaced_pkey" PRIMARY KEY ("project_id","decision_id")
);

-- CreateTable
CREATE TABLE "decision_span" (
    "project_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "span_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "upheld" BOOLEAN NOT NULL,

    CONSTRAINT "decision_span_pkey" PRIMARY KEY ("project_id","decision_id","span_id")
);

-- CreateTable
CREATE TABLE "settled_span" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "codebook_version_id" UUID NOT NULL,
    "framing" TEXT NOT NULL,
    "voice" TEXT,
    "attribution" TEXT,
    "speaker_id" UUID,
    "directness" TEXT NOT NULL,
    "device" TEXT,
    "label_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "settled_span_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "settled_part" (
    "project_id" UUID NOT NULL,
    "settled_span_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'exact',

    CONSTRAINT "settled_part_pkey" PRIMARY KEY ("project_id","settled_span_id","revision_id","ordinal")
);

-- CreateTable
CREATE TABLE "codebook_proposal" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "article_id" UUID,
    "decision_id" UUID,
    "span_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "answer" TEXT NOT NULL DEFAULT '',
    "codebook_version_id" UUID,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "codebook_proposal_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "mention" (
    "project_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "mention_pkey" PRIMARY KEY ("project_id","message_id","member_id")
);

-- CreateTable
CREATE TABLE "question" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "span_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "text" TEXT NOT NULL,
    "shows_peers" BOOLEAN NOT NULL DEFAULT false,
    "asked_by" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "question_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "question_recipient" (
    "project_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,

    CONSTRAINT "question_recipient_pkey" PRIMARY KEY ("project_id","question_id","assignment_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "decision_project_id_article_id_number_key" ON "decision"("project_id", "article_id", "number");

-- CreateIndex
CREATE INDEX "decision_replaced_project_id_by_id_idx" ON "decision_replaced"("project_id", "by_id");

-- CreateIndex
CREATE INDEX "decision_span_project_id_span_id_idx" ON "decision_span"("project_id", "span_id");

-- CreateIndex
CREATE INDEX "settled_span_project_id_decision_id_idx" ON "settled_span"("project_id", "decision_id");

-- CreateIndex
CREATE INDEX "settled_span_project_id_article_id_idx" ON "settled_span"("project_id", "article_id");

-- CreateIndex
CREATE INDEX "question_project_id_article_id_idx" ON "question"("project_id", "article_id");

-- CreateIndex
CREATE INDEX "question_recipient_project_id_assignment_id_idx" ON "question_recipient"("project_id", "assignment_id");

-- CreateIndex
CREATE INDEX "thread_project_id_article_id_idx" ON "thread"("project_id", "article_id");

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_claimed_by_fkey" FOREIGN KEY ("project_id", "claimed_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_project_id_settled_by_fkey" FOREIGN KEY ("project_id", "settled_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_codebook_version_id_fkey" FOREIGN KEY ("project_id", "codebook_version_id") REFERENCES "codebook_version"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision_replaced" ADD CONSTRAINT "decision_replaced_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision_replaced" ADD CONSTRAINT "decision_replaced_project_id_decision_id_fkey" FOREIGN KEY ("project_id", "decision_id") REFERENCES "decision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision_replaced" ADD CONSTRAINT "decision_replaced_project_id_by_id_fkey" FOREIGN KEY ("project_id", "by_id") REFERENCES "decision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision_span" ADD CONSTRAINT "decision_span_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision_span" ADD CONSTRAINT "decision_span_project_id_decision_id_fkey" FOREIGN KEY ("project_id", "decision_id") REFERENCES "decision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision_span" ADD CONSTRAINT "decision_span_project_id_span_id_fkey" FOREIGN KEY ("project_id", "span_id") REFERENCES "span"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "settled_span" ADD CONSTRAINT "settled_span_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "settled_span" ADD CONSTRAINT "settled_span_project_id_decision_id_fkey" FOREIGN KEY ("project_id", "decision_id") REFERENCES "decision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "settled_span" ADD CONSTRAINT "settled_span_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "settled_span" ADD CONSTRAINT "settled_span_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "settled_span" ADD CONSTRAINT "settled_span_project_id_codebook_version_id_fkey" FOREIGN KEY ("project_id", "codebook_version_id") REFERENCES "codebook_version"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "settled_span" ADD CONSTRAINT "settled_span_project_id_speaker_id_fkey" FOREIGN KEY ("project_id", "speaker_id") REFERENCES "speaker"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "settled_part" ADD CONSTRAINT "settled_part_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "settled_part" ADD CONSTRAINT "settled_part_project_id_settled_span_id_fkey" FOREIGN KEY ("project_id", "settled_span_id") REFERENCES "settled_span"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "settled_part" ADD CONSTRAINT "settled_part_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook_proposal" ADD CONSTRAINT "codebook_proposal_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook_proposal" ADD CONSTRAINT "codebook_proposal_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook_proposal" ADD CONSTRAINT "codebook_proposal_project_id_decision_id_fkey" FOREIGN KEY ("project_id", "decision_id") REFERENCES "decision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook_proposal" ADD CONSTRAINT "codebook_proposal_project_id_codebook_version_id_fkey" FOREIGN KEY ("project_id", "codebook_version_id") REFERENCES "codebook_version"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook_proposal" ADD CONSTRAINT "codebook_proposal_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook_proposal" ADD CONSTRAINT "codebook_proposal_project_id_decided_by_fkey" FOREIGN KEY ("project_id", "decided_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_project_id_message_id_fkey" FOREIGN KEY ("project_id", "message_id") REFERENCES "message"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_project_id_asked_by_fkey" FOREIGN KEY ("project_id", "asked_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "question_recipient" ADD CONSTRAINT "question_recipient_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "question_recipient" ADD CONSTRAINT "question_recipient_project_id_question_id_fkey" FOREIGN KEY ("project_id", "question_id") REFERENCES "question"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "question_recipient" ADD CONSTRAINT "question_recipient_project_id_assignment_id_fkey" FOREIGN KEY ("project_id", "assignment_id") REFERENCES "assignment"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- By hand: what Prisma's schema cannot say.
ALTER TABLE "project" ADD CONSTRAINT "project_boundary_rule_check" CHECK ("boundary_rule" IN ('shorter', 'longer', 'majority'));
ALTER TABLE "adjudication"
  ADD CONSTRAINT "adjudication_state_check" CHECK ("state" IN ('open', 'settled') AND ("state" = 'settled') = ("settled_at" IS NOT NULL)),
  ADD CONSTRAINT "adjudication_claim_check" CHECK (("claimed_by" IS NULL) = ("claimed_until" IS NULL)),
  ADD CONSTRAINT "adjudication_counts_check" CHECK ("annotators" >= 0 AND "clusters" >= 0 AND "unanimous" >= 0 AND "undecided" >= 0 AND "agreement" BETWEEN 0 AND 1);
ALTER TABLE "decision"
  ADD CONSTRAINT "decision_subject_check" CHECK ("subject" IN ('cluster', 'judgement', 'answer', 'article')),
  ADD CONSTRAINT "decision_outcome_check" CHECK ("outcome" IN ('settled', 'rejected', 'reopened')),
  ADD CONSTRAINT "decision_method_check" CHECK ("method" IN ('unanimous', 'adopted', 'merged', 'edited', 'added', 'rule', 'similar', 'rejected', 'reopened')),
  ADD CONSTRAINT "decision_reason_check" CHECK ("reason" IN ('ambiguous', 'codebook_gap', 'slip', 'edge_case', 'honest', 'other')),
  ADD CONSTRAINT "decision_about_check" CHECK (("subject" = 'cluster') = ("start_offset" IS NOT NULL AND "end_offset" IS NOT NULL) AND ("subject" = 'judgement') = ("target_id" IS NOT NULL) AND ("subject" = 'answer') = ("set_id" IS NOT NULL)),
  ADD CONSTRAINT "decision_place_check" CHECK (0 <= "start_offset" AND "start_offset" < "end_offset");
ALTER TABLE "settled_span"
  ADD CONSTRAINT "settled_span_framing_check" CHECK ("framing" IN ('advocacy', 'neutral', 'critical')),
  ADD CONSTRAINT "settled_span_voice_check" CHECK ("voice" IN ('own', 'quoted', 'embedded')),
  ADD CONSTRAINT "settled_span_directness_check" CHECK ("directness" IN ('direct', 'indirect')),
  ADD CONSTRAINT "settled_span_device_check" CHECK ("device" IN ('words', 'facts'));
ALTER TABLE "settled_part"
  ADD CONSTRAINT "settled_part_place_check" CHECK (0 <= "start_offset" AND "start_offset" < "end_offset"),
  ADD CONSTRAINT "settled_part_status_check" CHECK ("status" IN ('exact', 'moved', 'repaired'));
ALTER TABLE "codebook_proposal" ADD CONSTRAINT "codebook_proposal_state_check" CHECK ("state" IN ('open', 'taken', 'declined', 'published'));
-- The queue: what is open, the least agreement first.
CREATE INDEX "adjudication_open_idx" ON "adjudication" ("project_id", "agreement", "article_id") WHERE "state" = 'open' AND "annotators" > 0;
CREATE INDEX "codebook_proposal_open_idx" ON "codebook_proposal" ("project_id", "created_at") WHERE "state" IN ('open', 'taken');
CREATE INDEX "mention_unseen_idx" ON "mention" ("project_id", "member_id") WHERE "seen_at" IS NULL;
