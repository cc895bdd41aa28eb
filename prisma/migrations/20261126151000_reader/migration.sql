-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "reader_settings" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "allow_suggestions" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "reading_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sentences" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "tokens" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "flag_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "flagged_at" TIMESTAMPTZ(3),
ADD COLUMN     "skip_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "skipped_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "speech" (
    "project_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "inner_start" INTEGER NOT NULL,
    "inner_end" INTEGER NOT NULL,
    "speaker_start" INTEGER,
    "speaker_end" INTEGER,
    "cue_start" INTEGER,
    "cue_end" INTEGER,

    CONSTRAINT "speech_pkey" PRIMARY KEY ("project_id","revision_id","ordinal")
);

-- CreateTable
CREATE TABLE "dismissed_phrase" (
    "project_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "phrase_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dismissed_phrase_pkey" PRIMARY KEY ("project_id","member_id","target_id","phrase_key")
);

-- AddForeignKey
ALTER TABLE "speech" ADD CONSTRAINT "speech_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "speech" ADD CONSTRAINT "speech_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dismissed_phrase" ADD CONSTRAINT "dismissed_phrase_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dismissed_phrase" ADD CONSTRAINT "dismissed_phrase_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dismissed_phrase" ADD CONSTRAINT "dismissed_phrase_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- By hand: what Prisma's schema cannot say.
ALTER TABLE "speech"
  ADD CONSTRAINT "speech_kind_check" CHECK ("kind" IN ('direct', 'scare', 'reported', 'block', 'embed')),
  ADD CONSTRAINT "speech_range_check" CHECK (0 <= "start_offset" AND "start_offset" <= "inner_start" AND "inner_start" <= "inner_end" AND "inner_end" <= "end_offset" AND "start_offset" < "end_offset"),
  ADD CONSTRAINT "speech_speaker_check" CHECK (("speaker_start" IS NULL) = ("speaker_end" IS NULL) AND "speaker_start" < "speaker_end"),
  ADD CONSTRAINT "speech_cue_check" CHECK (("cue_start" IS NULL) = ("cue_end" IS NULL) AND "cue_start" < "cue_end");
ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_skip_check" CHECK ("skipped_at" IS NOT NULL OR "skip_reason" = ''),
  ADD CONSTRAINT "assignment_flag_check" CHECK ("flagged_at" IS NOT NULL OR "flag_note" = '');
-- The worker reads again what an older version of the program read.
CREATE INDEX "revision_reading_version_idx" ON "revision" ("reading_version", "project_id", "id");
CREATE INDEX "assignment_skipped_idx" ON "assignment" ("project_id", "id") WHERE "skipped_at" IS NOT NULL;
CREATE INDEX "assignment_flagged_idx" ON "assignment" ("project_id", "id") WHERE "flagged_at" IS NOT NULL;
-- Marks of a member elsewhere, for phrases that were coded before.
CREATE INDEX "span_member_idx" ON "span" ("project_id", "member_id", "article_id") WHERE "deleted_at" IS NULL;
