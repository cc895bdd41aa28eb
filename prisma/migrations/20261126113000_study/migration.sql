-- AlterTable
ALTER TABLE "project" ADD COLUMN     "abandon_after_days" INTEGER,
ADD COLUMN     "practice_minimum" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "practice_threshold" DOUBLE PRECISION,
ADD COLUMN     "source_reveal" TEXT NOT NULL DEFAULT 'by_coordinator';

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "qualified_at" TIMESTAMPTZ(3),
ADD COLUMN     "qualified_by" UUID;

-- AlterTable
ALTER TABLE "codebook_version" ADD COLUMN     "changes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "counted_code_points" INTEGER,
ADD COLUMN     "due_on" DATE,
ADD COLUMN     "locked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "span" ADD COLUMN     "changed_after_reveal" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "label_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "judgement" ADD COLUMN     "changed_after_reveal" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "confidence" SMALLINT,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "judgement_event" ADD COLUMN     "detail" JSONB;

-- CreateTable
CREATE TABLE "assignment_batch" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "strategy" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "per_work" INTEGER,
    "seed" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "due_on" DATE,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_batch_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "pool_item" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "quota" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pool_item_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "target_suggestion" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "article_id" UUID,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "quote" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "target_id" UUID,
    "answer" TEXT NOT NULL DEFAULT '',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "target_suggestion_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "span_review" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "span_id" UUID NOT NULL,
    "codebook_version_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "span_review_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "article_answer" (
    "project_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "codebook_version_id" UUID NOT NULL,
    "label_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "peers_seen" BOOLEAN NOT NULL DEFAULT false,
    "source_blind" BOOLEAN NOT NULL DEFAULT false,
    "changed_after_reveal" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "article_answer_pkey" PRIMARY KEY ("project_id","assignment_id","set_id")
);

-- CreateTable
CREATE TABLE "article_answer_event" (
    "project_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "op_id" UUID,
    "before" UUID[] DEFAULT ARRAY[]::UUID[],
    "after" UUID[] DEFAULT ARRAY[]::UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_answer_event_pkey" PRIMARY KEY ("project_id","assignment_id","set_id","version")
);

-- CreateTable
CREATE TABLE "assignment_note" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_note_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "answer_key" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "codebook_version_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "answer_key_pkey" PRIMARY KEY ("project_id","article_id")
);

-- CreateTable
CREATE TABLE "practice_result" (
    "project_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "hits" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,
    "extra" INTEGER NOT NULL,
    "different" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_result_pkey" PRIMARY KEY ("project_id","assignment_id")
);

-- CreateTable
CREATE TABLE "rollup_progress" (
    "project_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "outlet_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "rollup_progress_pkey" PRIMARY KEY ("project_id","member_id","outlet_id","phase","state")
);

-- CreateTable
CREATE TABLE "rollup_day" (
    "project_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "member_id" UUID NOT NULL,
    "submitted" INTEGER NOT NULL,

    CONSTRAINT "rollup_day_pkey" PRIMARY KEY ("project_id","day","member_id")
);

-- CreateTable
CREATE TABLE "rollup_label" (
    "project_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "rollup_label_pkey" PRIMARY KEY ("project_id","member_id","label")
);

-- CreateTable
CREATE TABLE "article_progress" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "assigned" INTEGER NOT NULL,
    "submitted" INTEGER NOT NULL,

    CONSTRAINT "article_progress_pkey" PRIMARY KEY ("project_id","article_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pool_item_project_id_batch_id_work_id_key" ON "pool_item"("project_id", "batch_id", "work_id");

-- CreateIndex
CREATE INDEX "target_suggestion_project_id_member_id_idx" ON "target_suggestion"("project_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "span_review_project_id_span_id_codebook_version_id_key" ON "span_review"("project_id", "span_id", "codebook_version_id");

-- CreateIndex
CREATE INDEX "article_answer_project_id_article_id_idx" ON "article_answer"("project_id", "article_id");

-- CreateIndex
CREATE INDEX "assignment_note_project_id_assignment_id_idx" ON "assignment_note"("project_id", "assignment_id");

-- CreateIndex
CREATE INDEX "practice_result_project_id_member_id_idx" ON "practice_result"("project_id", "member_id");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_project_id_batch_id_fkey" FOREIGN KEY ("project_id", "batch_id") REFERENCES "assignment_batch"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment_batch" ADD CONSTRAINT "assignment_batch_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment_batch" ADD CONSTRAINT "assignment_batch_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "pool_item" ADD CONSTRAINT "pool_item_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "pool_item" ADD CONSTRAINT "pool_item_project_id_batch_id_fkey" FOREIGN KEY ("project_id", "batch_id") REFERENCES "assignment_batch"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "pool_item" ADD CONSTRAINT "pool_item_project_id_work_id_fkey" FOREIGN KEY ("project_id", "work_id") REFERENCES "work"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "pool_item" ADD CONSTRAINT "pool_item_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_suggestion" ADD CONSTRAINT "target_suggestion_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_suggestion" ADD CONSTRAINT "target_suggestion_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_suggestion" ADD CONSTRAINT "target_suggestion_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_suggestion" ADD CONSTRAINT "target_suggestion_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_suggestion" ADD CONSTRAINT "target_suggestion_project_id_decided_by_fkey" FOREIGN KEY ("project_id", "decided_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_review" ADD CONSTRAINT "span_review_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_review" ADD CONSTRAINT "span_review_project_id_span_id_fkey" FOREIGN KEY ("project_id", "span_id") REFERENCES "span"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_review" ADD CONSTRAINT "span_review_project_id_codebook_version_id_fkey" FOREIGN KEY ("project_id", "codebook_version_id") REFERENCES "codebook_version"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_answer" ADD CONSTRAINT "article_answer_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_answer" ADD CONSTRAINT "article_answer_project_id_assignment_id_fkey" FOREIGN KEY ("project_id", "assignment_id") REFERENCES "assignment"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_answer" ADD CONSTRAINT "article_answer_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_answer" ADD CONSTRAINT "article_answer_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_answer" ADD CONSTRAINT "article_answer_project_id_codebook_version_id_fkey" FOREIGN KEY ("project_id", "codebook_version_id") REFERENCES "codebook_version"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_answer_event" ADD CONSTRAINT "article_answer_event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_answer_event" ADD CONSTRAINT "article_answer_event_project_id_assignment_id_fkey" FOREIGN KEY ("project_id", "assignment_id") REFERENCES "assignment"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_answer_event" ADD CONSTRAINT "article_answer_event_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment_note" ADD CONSTRAINT "assignment_note_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment_note" ADD CONSTRAINT "assignment_note_project_id_assignment_id_fkey" FOREIGN KEY ("project_id", "assignment_id") REFERENCES "assignment"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment_note" ADD CONSTRAINT "assignment_note_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment_note" ADD CONSTRAINT "assignment_note_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer_key" ADD CONSTRAINT "answer_key_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer_key" ADD CONSTRAINT "answer_key_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer_key" ADD CONSTRAINT "answer_key_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer_key" ADD CONSTRAINT "answer_key_project_id_codebook_version_id_fkey" FOREIGN KEY ("project_id", "codebook_version_id") REFERENCES "codebook_version"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer_key" ADD CONSTRAINT "answer_key_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "practice_result" ADD CONSTRAINT "practice_result_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "practice_result" ADD CONSTRAINT "practice_result_project_id_assignment_id_fkey" FOREIGN KEY ("project_id", "assignment_id") REFERENCES "assignment"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "practice_result" ADD CONSTRAINT "practice_result_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "practice_result" ADD CONSTRAINT "practice_result_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_progress" ADD CONSTRAINT "rollup_progress_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_progress" ADD CONSTRAINT "rollup_progress_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_day" ADD CONSTRAINT "rollup_day_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_day" ADD CONSTRAINT "rollup_day_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_label" ADD CONSTRAINT "rollup_label_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_label" ADD CONSTRAINT "rollup_label_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_progress" ADD CONSTRAINT "article_progress_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_progress" ADD CONSTRAINT "article_progress_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- CreateIndex
CREATE INDEX "message_project_id_thread_id_idx" ON "message"("project_id", "thread_id");

-- Below this line by hand: checks, partial indexes, and what exists already in its new form.
ALTER TABLE "project"
  ADD CONSTRAINT "project_source_reveal_check" CHECK ("source_reveal" IN ('by_coordinator', 'own_submission')),
  ADD CONSTRAINT "project_practice_check" CHECK ("practice_threshold" BETWEEN 0 AND 1 AND "practice_minimum" BETWEEN 1 AND 100),
  ADD CONSTRAINT "project_abandon_check" CHECK ("abandon_after_days" BETWEEN 1 AND 365);
ALTER TABLE "assignment_batch"
  ADD CONSTRAINT "assignment_batch_strategy_check" CHECK ("strategy" IN ('everyone', 'balanced', 'strata', 'by_hand', 'pool', 'reliability')),
  ADD CONSTRAINT "assignment_batch_phase_check" CHECK ("phase" IN ('practice', 'pilot', 'reliability', 'main')),
  ADD CONSTRAINT "assignment_batch_round_check" CHECK ("round" BETWEEN 1 AND 9);
ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_counted_check" CHECK ("counted_code_points" >= 0);
ALTER TABLE "pool_item" ADD CONSTRAINT "pool_item_quota_check" CHECK (0 <= "taken" AND "taken" <= "quota");
ALTER TABLE "target_suggestion" ADD CONSTRAINT "target_suggestion_state_check" CHECK ("state" IN ('open', 'accepted', 'declined') AND ("state" = 'accepted') = ("target_id" IS NOT NULL));
ALTER TABLE "span_review" ADD CONSTRAINT "span_review_outcome_check" CHECK ("outcome" IN ('kept', 'changed', 'deleted') AND ("outcome" IS NULL) = ("settled_at" IS NULL));
ALTER TABLE "span_event" DROP CONSTRAINT "span_event_kind_check";
ALTER TABLE "span_event" ADD CONSTRAINT "span_event_kind_check" CHECK ("kind" IN ('created', 'changed', 'deleted', 'restored', 'confirmed'));
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_confidence_check" CHECK ("confidence" BETWEEN 1 AND 3);
ALTER TABLE "assignment_note" ADD CONSTRAINT "assignment_note_kind_check" CHECK ("kind" IN ('note', 'omitted'));
ALTER TABLE "practice_result"
  ADD CONSTRAINT "practice_result_kind_check" CHECK ("kind" IN ('practice', 'gold')),
  ADD CONSTRAINT "practice_result_score_check" CHECK ("score" BETWEEN 0 AND 1 AND "hits" >= 0 AND "missed" >= 0 AND "extra" >= 0 AND "different" >= 0);
ALTER TABLE "rollup_progress" ADD CONSTRAINT "rollup_progress_state_check" CHECK ("state" IN ('assigned', 'in_progress', 'submitted', 'returned', 'withdrawn'));

-- One draft of a codebook at a time.
CREATE UNIQUE INDEX "codebook_version_draft_key" ON "codebook_version" ("project_id", "codebook_id") WHERE "state" = 'draft';
CREATE INDEX "span_review_open_idx" ON "span_review" ("project_id", "span_id") WHERE "settled_at" IS NULL;
CREATE INDEX "pool_item_open_idx" ON "pool_item" ("project_id", "batch_id") WHERE "taken" < "quota";
CREATE INDEX "target_suggestion_open_idx" ON "target_suggestion" ("project_id", "created_at") WHERE "state" = 'open';
-- Articles on which some wait for others, and articles that are done.
CREATE INDEX "article_progress_waiting_idx" ON "article_progress" ("project_id", "article_id") WHERE "submitted" > 0 AND "submitted" < "assigned";
CREATE INDEX "article_progress_done_idx" ON "article_progress" ("project_id", "article_id") WHERE "assigned" > 0 AND "submitted" = "assigned";
CREATE INDEX "article_progress_untouched_idx" ON "article_progress" ("project_id", "article_id") WHERE "assigned" > 0 AND "submitted" = 0;
-- Counting articles and works in use without reading the articles.
CREATE INDEX "article_active_work_idx" ON "article" ("project_id", "work_id") WHERE "state" = 'active';
-- What is overdue, and who waits for the practice to be passed.
CREATE INDEX "assignment_due_idx" ON "assignment" ("project_id", "due_on") WHERE "due_on" IS NOT NULL AND "state" IN ('assigned', 'in_progress', 'returned');
CREATE INDEX "assignment_locked_idx" ON "assignment" ("project_id", "member_id") WHERE "locked";
CREATE INDEX "assignment_open_idx" ON "assignment" ("project_id", "batch_id", "opened_at") WHERE "state" IN ('assigned', 'in_progress');

-- Codebooks of the first format get the new one; what they say stays.
CREATE FUNCTION pg_temp.rich(t text) RETURNS jsonb LANGUAGE sql AS
  $$ SELECT jsonb_build_object('type', 'doc', 'content', jsonb_build_array(CASE WHEN t = '' THEN jsonb_build_object('type', 'paragraph') ELSE jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', t))) END)) $$;
UPDATE "codebook_version" SET "content" = jsonb_build_object(
  'format', 1, 'name', "content" -> 'name', 'introduction', pg_temp.rich(''),
  'asks', jsonb_build_object('voice', true, 'directness', true, 'device', true, 'confidence', true),
  'framing', (SELECT jsonb_agg(jsonb_build_object('id', l ->> 'key', 'name', l ->> 'title', 'definition', pg_temp.rich(l ->> 'definition'), 'use', pg_temp.rich(''), 'avoid', pg_temp.rich(''), 'examples', '[]'::jsonb, 'counterExamples', '[]'::jsonb)
                ORDER BY array_position(ARRAY['advocacy', 'neutral', 'critical'], l ->> 'key')) FROM jsonb_array_elements("content" -> 'labels') l),
  'rules', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', 'rule-' || n, 'title', '', 'text', pg_temp.rich(r), 'example', NULL, 'counterExample', NULL) ORDER BY n), '[]') FROM jsonb_array_elements_text("content" -> 'rules') WITH ORDINALITY x(r, n)),
  'sets', '[]'::jsonb)
WHERE NOT "content" ? 'format';

-- Progress of what was assigned before there were counts of it.
INSERT INTO "rollup_progress" ("project_id", "member_id", "outlet_id", "phase", "state", "n")
SELECT a.project_id, a.member_id, coalesce(ar.outlet_id, '00000000-0000-0000-0000-000000000000'), a.phase, a.state, count(*)
FROM assignment a JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id AND ar.state = 'active' WHERE a.state <> 'withdrawn' GROUP BY 1, 2, 3, 4, 5;
INSERT INTO "article_progress" ("project_id", "article_id", "assigned", "submitted")
SELECT a.project_id, a.article_id, count(*), count(*) FILTER (WHERE a.state = 'submitted')
FROM assignment a JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id AND ar.state = 'active' WHERE a.state <> 'withdrawn' AND a.phase <> 'practice' GROUP BY 1, 2;
INSERT INTO "rollup_day" ("project_id", "day", "member_id", "submitted")
SELECT project_id, (first_submitted_at AT TIME ZONE 'UTC')::date, member_id, count(*) FROM assignment WHERE first_submitted_at IS NOT NULL AND phase <> 'practice' GROUP BY 1, 2, 3;
INSERT INTO "rollup_label" ("project_id", "member_id", "label", "n")
SELECT s.project_id, s.member_id, s.framing, count(*) FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id AND a.state = 'submitted' AND a.phase <> 'practice'
JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id AND ar.state = 'active'
WHERE s.deleted_at IS NULL GROUP BY 1, 2, 3;

-- No block named is an empty list, never null.
ALTER TABLE "assignment" ALTER COLUMN "block_ordinals" SET DEFAULT ARRAY[]::INTEGER[];
UPDATE "assignment" SET "block_ordinals" = '{}' WHERE "block_ordinals" IS NULL;

-- Keys of names under the folding that texts have, too: one sigma, and what is written for an apostrophe or a hyphen elsewhere.
CREATE FUNCTION pg_temp.refold(k text) RETURNS text LANGUAGE sql AS $$ SELECT translate(k, U&'\03C2\02B9\02BB\02BD\02BE\02BF\058A\05BE', U&'\03C3' || repeat('''', 5) || '--') $$;
UPDATE "target" t SET "name_key" = pg_temp.refold("name_key") WHERE pg_temp.refold("name_key") <> "name_key" AND NOT EXISTS (SELECT FROM "target" o WHERE o.project_id = t.project_id AND o.name_key = pg_temp.refold(t.name_key));
UPDATE "target_alias" t SET "alias_key" = pg_temp.refold("alias_key") WHERE pg_temp.refold("alias_key") <> "alias_key" AND NOT EXISTS (SELECT FROM "target_alias" o WHERE o.project_id = t.project_id AND o.target_id = t.target_id AND o.alias_key = pg_temp.refold(t.alias_key));
UPDATE "outlet" t SET "name_key" = pg_temp.refold("name_key") WHERE pg_temp.refold("name_key") <> "name_key" AND NOT EXISTS (SELECT FROM "outlet" o WHERE o.project_id = t.project_id AND o.name_key = pg_temp.refold(t.name_key));
UPDATE "outlet_alias" t SET "alias_key" = pg_temp.refold("alias_key") WHERE pg_temp.refold("alias_key") <> "alias_key" AND NOT EXISTS (SELECT FROM "outlet_alias" o WHERE o.project_id = t.project_id AND o.alias_key = pg_temp.refold(t.alias_key));
