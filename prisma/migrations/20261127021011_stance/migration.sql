-- AlterTable
ALTER TABLE "project" ADD COLUMN     "addressed_by" TEXT NOT NULL DEFAULT 'evidence',
ADD COLUMN     "rollup_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sampling" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "imported" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "external_key" TEXT;

-- CreateTable
CREATE TABLE "rollup_mark" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "family" BOOLEAN NOT NULL,
    "coder_id" UUID NOT NULL,
    "directness" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "source_blind" BOOLEAN NOT NULL,
    "codebook_version_id" UUID NOT NULL,
    "own_advocacy" SMALLINT NOT NULL DEFAULT 0,
    "own_neutral" SMALLINT NOT NULL DEFAULT 0,
    "own_critical" SMALLINT NOT NULL DEFAULT 0,
    "publisher_advocacy" SMALLINT NOT NULL DEFAULT 0,
    "publisher_neutral" SMALLINT NOT NULL DEFAULT 0,
    "publisher_critical" SMALLINT NOT NULL DEFAULT 0,
    "quoted_advocacy" SMALLINT NOT NULL DEFAULT 0,
    "quoted_neutral" SMALLINT NOT NULL DEFAULT 0,
    "quoted_critical" SMALLINT NOT NULL DEFAULT 0,
    "embedded_advocacy" SMALLINT NOT NULL DEFAULT 0,
    "embedded_neutral" SMALLINT NOT NULL DEFAULT 0,
    "embedded_critical" SMALLINT NOT NULL DEFAULT 0,
    "none_advocacy" SMALLINT NOT NULL DEFAULT 0,
    "none_neutral" SMALLINT NOT NULL DEFAULT 0,
    "none_critical" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "rollup_mark_pkey" PRIMARY KEY ("project_id","article_id","target_id","layer","family","coder_id","directness","device","source_blind","codebook_version_id")
);

-- Counts per article as they were kept until now tell less than figures need; they are made anew from what people marked.
DROP TABLE "rollup_article";

-- CreateTable
CREATE TABLE "rollup_article" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "family" BOOLEAN NOT NULL,
    "outlet_id" UUID,
    "publisher_id" UUID,
    "coder_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "coders" INTEGER NOT NULL,
    "addressed" BOOLEAN NOT NULL,
    "addressed_published" BOOLEAN NOT NULL,
    "own_advocacy" INTEGER NOT NULL,
    "own_neutral" INTEGER NOT NULL,
    "own_critical" INTEGER NOT NULL,
    "publisher_advocacy" INTEGER NOT NULL,
    "publisher_neutral" INTEGER NOT NULL,
    "publisher_critical" INTEGER NOT NULL,
    "quoted_advocacy" INTEGER NOT NULL,
    "quoted_neutral" INTEGER NOT NULL,
    "quoted_critical" INTEGER NOT NULL,
    "embedded_advocacy" INTEGER NOT NULL,
    "embedded_neutral" INTEGER NOT NULL,
    "embedded_critical" INTEGER NOT NULL,
    "none_advocacy" INTEGER NOT NULL,
    "none_neutral" INTEGER NOT NULL,
    "none_critical" INTEGER NOT NULL,
    "own_sign" DOUBLE PRECISION NOT NULL,
    "own_sign_published" DOUBLE PRECISION NOT NULL,
    "quoted_sign" DOUBLE PRECISION NOT NULL,
    "all_sign" DOUBLE PRECISION NOT NULL,
    "all_sign_published" DOUBLE PRECISION NOT NULL,
    "net_per_1000" DOUBLE PRECISION,
    "net_per_1000_published" DOUBLE PRECISION,

    CONSTRAINT "rollup_article_pkey" PRIMARY KEY ("project_id","article_id","target_id","layer","family")
);

-- CreateTable
CREATE TABLE "rollup_coder" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "coder_id" UUID NOT NULL,
    "code_points" INTEGER NOT NULL,
    "hidden_version_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "shown_version_ids" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "rollup_coder_pkey" PRIMARY KEY ("project_id","article_id","layer","coder_id")
);

-- CreateTable
CREATE TABLE "rollup_judgement" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "unclear" INTEGER NOT NULL,
    "not_addressed" INTEGER NOT NULL,
    "coder_ids" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "rollup_judgement_pkey" PRIMARY KEY ("project_id","article_id","target_id","layer")
);

-- CreateTable
CREATE TABLE "rollup_outlet" (
    "project_id" UUID NOT NULL,
    "grouping" TEXT NOT NULL,
    "outlet_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "sums" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rollup_outlet_pkey" PRIMARY KEY ("project_id","grouping","outlet_id","target_id")
);

-- CreateTable
CREATE TABLE "rollup_clock" (
    "project_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "n" BIGINT NOT NULL,

    CONSTRAINT "rollup_clock_pkey" PRIMARY KEY ("project_id","slot")
);

-- CreateTable
CREATE TABLE "target_mention" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "target_mention_pkey" PRIMARY KEY ("project_id","article_id","target_id")
);

-- CreateTable
CREATE TABLE "mention_basis" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,

    CONSTRAINT "mention_basis_pkey" PRIMARY KEY ("project_id","article_id")
);

-- CreateTable
CREATE TABLE "address_mark" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "addressed" BOOLEAN,
    "note" TEXT NOT NULL DEFAULT '',
    "member_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "address_mark_pkey" PRIMARY KEY ("project_id","article_id","target_id")
);

-- CreateTable
CREATE TABLE "kept_figure" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "choice" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "data_version" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_figure_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "comparison_verdict" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "other_article_id" UUID NOT NULL,
    "other_revision_id" UUID NOT NULL,
    "other_start_offset" INTEGER NOT NULL,
    "other_end_offset" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "member_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "comparison_verdict_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "omission" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "omission_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "passage_name" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "member_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "passage_name_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateIndex
CREATE INDEX "comparison_verdict_project_id_article_id_idx" ON "comparison_verdict"("project_id", "article_id");

-- CreateIndex
CREATE INDEX "comparison_verdict_project_id_other_article_id_idx" ON "comparison_verdict"("project_id", "other_article_id");

-- CreateIndex
CREATE INDEX "omission_project_id_set_id_idx" ON "omission"("project_id", "set_id");

-- CreateIndex
CREATE INDEX "passage_name_project_id_set_id_idx" ON "passage_name"("project_id", "set_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_project_id_external_key_key" ON "article"("project_id", "external_key");

-- AddForeignKey
ALTER TABLE "rollup_mark" ADD CONSTRAINT "rollup_mark_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_mark" ADD CONSTRAINT "rollup_mark_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_mark" ADD CONSTRAINT "rollup_mark_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_article" ADD CONSTRAINT "rollup_article_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_article" ADD CONSTRAINT "rollup_article_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_article" ADD CONSTRAINT "rollup_article_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_coder" ADD CONSTRAINT "rollup_coder_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_coder" ADD CONSTRAINT "rollup_coder_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_judgement" ADD CONSTRAINT "rollup_judgement_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_judgement" ADD CONSTRAINT "rollup_judgement_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_judgement" ADD CONSTRAINT "rollup_judgement_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_outlet" ADD CONSTRAINT "rollup_outlet_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_outlet" ADD CONSTRAINT "rollup_outlet_project_id_outlet_id_fkey" FOREIGN KEY ("project_id", "outlet_id") REFERENCES "outlet"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_outlet" ADD CONSTRAINT "rollup_outlet_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_clock" ADD CONSTRAINT "rollup_clock_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_mention" ADD CONSTRAINT "target_mention_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_mention" ADD CONSTRAINT "target_mention_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_mention" ADD CONSTRAINT "target_mention_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mention_basis" ADD CONSTRAINT "mention_basis_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mention_basis" ADD CONSTRAINT "mention_basis_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "address_mark" ADD CONSTRAINT "address_mark_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "address_mark" ADD CONSTRAINT "address_mark_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "address_mark" ADD CONSTRAINT "address_mark_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "address_mark" ADD CONSTRAINT "address_mark_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "kept_figure" ADD CONSTRAINT "kept_figure_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "kept_figure" ADD CONSTRAINT "kept_figure_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comparison_verdict" ADD CONSTRAINT "comparison_verdict_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comparison_verdict" ADD CONSTRAINT "comparison_verdict_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comparison_verdict" ADD CONSTRAINT "comparison_verdict_project_id_other_article_id_fkey" FOREIGN KEY ("project_id", "other_article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comparison_verdict" ADD CONSTRAINT "comparison_verdict_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comparison_verdict" ADD CONSTRAINT "comparison_verdict_project_id_other_revision_id_fkey" FOREIGN KEY ("project_id", "other_revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comparison_verdict" ADD CONSTRAINT "comparison_verdict_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "omission" ADD CONSTRAINT "omission_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "omission" ADD CONSTRAINT "omission_project_id_set_id_fkey" FOREIGN KEY ("project_id", "set_id") REFERENCES "article_set"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "omission" ADD CONSTRAINT "omission_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "omission" ADD CONSTRAINT "omission_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "omission" ADD CONSTRAINT "omission_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "passage_name" ADD CONSTRAINT "passage_name_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "passage_name" ADD CONSTRAINT "passage_name_project_id_set_id_fkey" FOREIGN KEY ("project_id", "set_id") REFERENCES "article_set"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "passage_name" ADD CONSTRAINT "passage_name_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "passage_name" ADD CONSTRAINT "passage_name_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "passage_name" ADD CONSTRAINT "passage_name_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Projects that are there already are counted anew; one that is made later has counts from its first submission on.
ALTER TABLE "project" ALTER COLUMN "rollup_version" SET DEFAULT 1;

-- What Prisma cannot say: values that columns may have.
ALTER TABLE "project" ADD CONSTRAINT "project_addressed_by_check" CHECK ("addressed_by" IN ('evidence', 'marked'));
ALTER TABLE "rollup_mark" ADD CONSTRAINT "rollup_mark_layer_check" CHECK ("layer" IN ('raw', 'adjudicated'));
ALTER TABLE "rollup_mark" ADD CONSTRAINT "rollup_mark_directness_check" CHECK ("directness" IN ('direct', 'indirect'));
ALTER TABLE "rollup_mark" ADD CONSTRAINT "rollup_mark_device_check" CHECK ("device" IN ('words', 'facts', 'none'));
ALTER TABLE "rollup_mark" ADD CONSTRAINT "rollup_mark_counts_check" CHECK (least("own_advocacy", "own_neutral", "own_critical", "publisher_advocacy", "publisher_neutral", "publisher_critical", "quoted_advocacy", "quoted_neutral", "quoted_critical", "embedded_advocacy", "embedded_neutral", "embedded_critical", "none_advocacy", "none_neutral", "none_critical") >= 0);
ALTER TABLE "rollup_article" ADD CONSTRAINT "rollup_article_layer_check" CHECK ("layer" IN ('raw', 'adjudicated'));
ALTER TABLE "rollup_coder" ADD CONSTRAINT "rollup_coder_layer_check" CHECK ("layer" IN ('raw', 'adjudicated'));
ALTER TABLE "rollup_judgement" ADD CONSTRAINT "rollup_judgement_layer_check" CHECK ("layer" IN ('raw', 'adjudicated'));
ALTER TABLE "rollup_judgement" ADD CONSTRAINT "rollup_judgement_counts_check" CHECK ("n" >= 0 AND "unclear" >= 0 AND "not_addressed" >= 0 AND abs("total") <= 2 * "n");
ALTER TABLE "rollup_outlet" ADD CONSTRAINT "rollup_outlet_grouping_check" CHECK ("grouping" IN ('outlet', 'publisher'));
ALTER TABLE "target_mention" ADD CONSTRAINT "target_mention_n_check" CHECK ("n" > 0);
ALTER TABLE "comparison_verdict" ADD CONSTRAINT "comparison_verdict_verdict_check" CHECK ("subject" = 'passage' AND "verdict" IN ('same', 'different') OR "subject" = 'fact' AND "verdict" IN ('same', 'different', 'conflict'));
ALTER TABLE "comparison_verdict" ADD CONSTRAINT "comparison_verdict_place_check" CHECK ("start_offset" >= 0 AND "start_offset" < "end_offset" AND "other_start_offset" >= 0 AND "other_start_offset" < "other_end_offset");
ALTER TABLE "comparison_verdict" ADD CONSTRAINT "comparison_verdict_articles_check" CHECK ("article_id" < "other_article_id");
CREATE UNIQUE INDEX "comparison_verdict_standing_key" ON "comparison_verdict" ("project_id", "subject", "revision_id", "start_offset", "end_offset", "other_revision_id", "other_start_offset", "other_end_offset") WHERE "withdrawn_at" IS NULL;
ALTER TABLE "omission" ADD CONSTRAINT "omission_place_check" CHECK ("start_offset" >= 0 AND "start_offset" < "end_offset");
ALTER TABLE "passage_name" ADD CONSTRAINT "passage_name_place_check" CHECK ("start_offset" >= 0 AND "start_offset" < "end_offset");
