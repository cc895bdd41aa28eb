-- AlterTable
ALTER TABLE "project" ADD COLUMN     "import_mappings" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "evidence" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "revised_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "block" ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "import" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'receiving',
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "seen" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "joined" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "bytes_total" BIGINT NOT NULL DEFAULT 0,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "received" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'receiving',
    "head" JSONB,
    "mapping" JSONB,
    "cursor" JSONB,
    "reason" TEXT,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "import_chunk" (
    "project_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("project_id","file_id","ordinal")
);

-- CreateTable
CREATE TABLE "import_row" (
    "project_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "entry" TEXT NOT NULL DEFAULT '',
    "line" INTEGER,
    "byte" BIGINT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "understood" JSONB,
    "corrections" JSONB NOT NULL DEFAULT '{}',
    "text" TEXT,
    "raw" BYTEA,
    "raw_type" TEXT,
    "article_id" UUID,
    "copy_of" UUID,
    "copy_of_ordinal" INTEGER,
    "words_digest" BYTEA,
    "shingles" INTEGER,
    "bands" BIGINT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("project_id","import_id","ordinal")
);

-- CreateTable
CREATE TABLE "capture" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "media_type" TEXT NOT NULL,
    "file_name" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "capture_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "copy_print" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "words_digest" BYTEA NOT NULL,
    "shingles" INTEGER NOT NULL,
    "bands" BIGINT[] DEFAULT ARRAY[]::BIGINT[],

    CONSTRAINT "copy_print_pkey" PRIMARY KEY ("project_id","article_id")
);

-- CreateTable
CREATE TABLE "copy_decision" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "member_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "copy_decision_pkey" PRIMARY KEY ("project_id","article_id","other_id")
);

-- CreateTable
CREATE TABLE "search_chunk" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "search_chunk_pkey" PRIMARY KEY ("project_id","article_id","ordinal")
);

-- CreateTable
CREATE TABLE "search_config" (
    "project_id" UUID NOT NULL,
    "config" TEXT NOT NULL,

    CONSTRAINT "search_config_pkey" PRIMARY KEY ("project_id","config")
);

-- CreateTable
CREATE TABLE "article_set" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'event',
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "article_set_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "article_set_item" (
    "project_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "article_set_item_pkey" PRIMARY KEY ("project_id","set_id","article_id")
);

-- CreateTable
CREATE TABLE "outlet_domain" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outlet_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,

    CONSTRAINT "outlet_domain_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "outlet_rating" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outlet_id" UUID,
    "source" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scale" TEXT NOT NULL DEFAULT '',
    "value" TEXT NOT NULL,
    "number" DOUBLE PRECISION,
    "note" TEXT NOT NULL DEFAULT '',
    "rated_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outlet_rating_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "span_anchor" (
    "project_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "span_id" UUID NOT NULL,
    "from_revision_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "span_anchor_pkey" PRIMARY KEY ("project_id","revision_id","span_id")
);

-- CreateIndex
CREATE INDEX "import_project_id_created_at_id_idx" ON "import"("project_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "import_file_project_id_import_id_ordinal_key" ON "import_file"("project_id", "import_id", "ordinal");

-- CreateIndex
CREATE INDEX "import_row_project_id_import_id_state_ordinal_idx" ON "import_row"("project_id", "import_id", "state", "ordinal");

-- CreateIndex
CREATE INDEX "import_row_project_id_import_id_file_id_idx" ON "import_row"("project_id", "import_id", "file_id");

-- CreateIndex
CREATE INDEX "capture_project_id_article_id_idx" ON "capture"("project_id", "article_id");

-- CreateIndex
CREATE INDEX "copy_print_project_id_words_digest_idx" ON "copy_print"("project_id", "words_digest");

-- CreateIndex
CREATE UNIQUE INDEX "article_set_project_id_name_key_key" ON "article_set"("project_id", "name_key");

-- CreateIndex
CREATE INDEX "article_set_item_project_id_article_id_idx" ON "article_set_item"("project_id", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "outlet_domain_project_id_domain_key" ON "outlet_domain"("project_id", "domain");

-- CreateIndex
CREATE INDEX "outlet_rating_project_id_outlet_id_idx" ON "outlet_rating"("project_id", "outlet_id");

-- CreateIndex
CREATE INDEX "outlet_rating_project_id_source_idx" ON "outlet_rating"("project_id", "source");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_project_id_import_id_fkey" FOREIGN KEY ("project_id", "import_id") REFERENCES "import"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_project_id_file_id_fkey" FOREIGN KEY ("project_id", "file_id") REFERENCES "import_file"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_project_id_import_id_fkey" FOREIGN KEY ("project_id", "import_id") REFERENCES "import"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_project_id_file_id_fkey" FOREIGN KEY ("project_id", "file_id") REFERENCES "import_file"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "copy_print" ADD CONSTRAINT "copy_print_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "copy_print" ADD CONSTRAINT "copy_print_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "copy_print" ADD CONSTRAINT "copy_print_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "copy_decision" ADD CONSTRAINT "copy_decision_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "copy_decision" ADD CONSTRAINT "copy_decision_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "copy_decision" ADD CONSTRAINT "copy_decision_project_id_other_id_fkey" FOREIGN KEY ("project_id", "other_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "copy_decision" ADD CONSTRAINT "copy_decision_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "search_chunk" ADD CONSTRAINT "search_chunk_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "search_chunk" ADD CONSTRAINT "search_chunk_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "search_config" ADD CONSTRAINT "search_config_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_set" ADD CONSTRAINT "article_set_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_set" ADD CONSTRAINT "article_set_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_set_item" ADD CONSTRAINT "article_set_item_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_set_item" ADD CONSTRAINT "article_set_item_project_id_set_id_fkey" FOREIGN KEY ("project_id", "set_id") REFERENCES "article_set"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_set_item" ADD CONSTRAINT "article_set_item_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outlet_domain" ADD CONSTRAINT "outlet_domain_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outlet_domain" ADD CONSTRAINT "outlet_domain_project_id_outlet_id_fkey" FOREIGN KEY ("project_id", "outlet_id") REFERENCES "outlet"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outlet_rating" ADD CONSTRAINT "outlet_rating_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outlet_rating" ADD CONSTRAINT "outlet_rating_project_id_outlet_id_fkey" FOREIGN KEY ("project_id", "outlet_id") REFERENCES "outlet"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_anchor" ADD CONSTRAINT "span_anchor_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_anchor" ADD CONSTRAINT "span_anchor_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_anchor" ADD CONSTRAINT "span_anchor_project_id_span_id_fkey" FOREIGN KEY ("project_id", "span_id") REFERENCES "span"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- By hand: what Prisma's schema cannot say.
ALTER TABLE "import"
  ADD CONSTRAINT "import_source_check" CHECK ("source" IN ('paste', 'files', 'addresses', 'feed', 'browser')),
  ADD CONSTRAINT "import_state_check" CHECK ("state" IN ('receiving', 'reading', 'ready', 'adding', 'done', 'cancelled', 'failed')),
  ADD CONSTRAINT "import_counts_check" CHECK ("seen" >= 0 AND "kept" >= 0 AND "joined" >= 0 AND "refused" >= 0);
ALTER TABLE "import_file"
  ADD CONSTRAINT "import_file_state_check" CHECK ("state" IN ('receiving', 'received', 'read', 'added', 'refused')),
  ADD CONSTRAINT "import_file_bytes_check" CHECK ("bytes" >= 0 AND "received" >= 0);
-- Of ten thousand files, the next ones.
CREATE INDEX "import_file_waiting_idx" ON "import_file" ("project_id", "import_id", "ordinal") WHERE "state" = 'received';
-- The bytes of files are read once, in order; compressing them would be time for nothing.
ALTER TABLE "import_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "import_row" ALTER COLUMN "raw" SET STORAGE EXTERNAL;
ALTER TABLE "import_row"
  ADD CONSTRAINT "import_row_state_check" CHECK ("state" IN ('new', 'copy', 'look', 'refused', 'left_out', 'kept', 'joined'));
-- The worker asks what there is to do; almost every import is over.
CREATE INDEX "import_open_idx" ON "import" ("state", "project_id", "id") WHERE "state" IN ('reading', 'adding');
ALTER TABLE "copy_print" ADD CONSTRAINT "copy_print_shingles_check" CHECK ("shingles" >= 0);
-- Every article that comes in asks this index, so that a list of pending entries would be read each time.
CREATE INDEX "copy_print_bands_idx" ON "copy_print" USING gin ("bands") WITH (fastupdate = off);
ALTER TABLE "copy_decision"
  ADD CONSTRAINT "copy_decision_check" CHECK ("decision" IN ('joined', 'split')),
  ADD CONSTRAINT "copy_decision_order_check" CHECK ("article_id" < "other_id");
CREATE INDEX "search_chunk_words_idx" ON "search_chunk" USING gin ("words");
ALTER TABLE "article_set" ADD CONSTRAINT "article_set_kind_check" CHECK ("kind" IN ('event', 'other'));
ALTER TABLE "span_anchor" ADD CONSTRAINT "span_anchor_outcome_check" CHECK ("outcome" IN ('exact', 'moved', 'repaired', 'orphaned'));
-- Lists and proposals by day.
CREATE INDEX "article_published_idx" ON "article" ("project_id", "published_on" DESC, "id") WHERE "state" = 'active';
