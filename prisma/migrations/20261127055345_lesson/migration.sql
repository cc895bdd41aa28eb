-- AlterTable
ALTER TABLE "project" ADD COLUMN     "nameless_at" TIMESTAMPTZ(3),
ADD COLUMN     "retain_until" DATE;

-- CreateTable
CREATE TABLE "lesson" (
    "project_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "event" TEXT NOT NULL DEFAULT '',
    "steps" JSONB NOT NULL,
    "step" INTEGER,
    "step_ends_at" TIMESTAMPTZ(3),
    "paused_seconds" INTEGER,
    "asks_voice" BOOLEAN NOT NULL DEFAULT false,
    "exit_question" TEXT NOT NULL DEFAULT '',
    "names_shown" BOOLEAN NOT NULL DEFAULT false,
    "code_id" UUID,
    "on_screen_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "lesson_article" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "block_ordinals" INTEGER[],
    "counted_code_points" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lesson_article_pkey" PRIMARY KEY ("project_id","article_id")
);

-- CreateTable
CREATE TABLE "lesson_pin" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lesson_pin_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "lesson_presence" (
    "project_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lesson_presence_pkey" PRIMARY KEY ("project_id","member_id")
);

-- CreateTable
CREATE TABLE "headline" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "hidden_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "headline_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "headline_vote" (
    "project_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "headline_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "headline_vote_pkey" PRIMARY KEY ("project_id","member_id","article_id")
);

-- CreateTable
CREATE TABLE "exit_answer" (
    "project_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exit_answer_pkey" PRIMARY KEY ("project_id","member_id")
);

-- CreateTable
CREATE TABLE "grade" (
    "project_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "evidence" SMALLINT,
    "reasoning" SMALLINT,
    "comment" TEXT NOT NULL DEFAULT '',
    "graded_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("project_id","member_id")
);

-- CreateTable
CREATE TABLE "lti_platform" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "deployment_id" TEXT NOT NULL,
    "auth_url" TEXT NOT NULL,
    "token_url" TEXT NOT NULL,
    "jwks_url" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lti_platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_launch" (
    "state_digest" TEXT NOT NULL,
    "platform_id" UUID NOT NULL,
    "nonce_digest" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "lti_launch_pkey" PRIMARY KEY ("state_digest")
);

-- CreateTable
CREATE TABLE "lti_person" (
    "platform_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lti_person_pkey" PRIMARY KEY ("platform_id","subject")
);

-- CreateTable
CREATE TABLE "lti_resource" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "resource_link_id" TEXT NOT NULL,
    "context_id" TEXT,
    "line_item_url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lti_resource_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "lti_score" (
    "project_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "points" INTEGER,
    "sent_at" TIMESTAMPTZ(3),
    "fault" TEXT,

    CONSTRAINT "lti_score_pkey" PRIMARY KEY ("project_id","resource_id","member_id")
);

-- CreateTable
CREATE TABLE "lti_key" (
    "id" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "sealed_jwk" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lti_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "headline_project_id_member_id_article_id_key" ON "headline"("project_id", "member_id", "article_id");

-- CreateIndex
CREATE INDEX "headline_vote_project_id_headline_id_idx" ON "headline_vote"("project_id", "headline_id");

-- CreateIndex
CREATE UNIQUE INDEX "lti_platform_issuer_client_id_deployment_id_key" ON "lti_platform"("issuer", "client_id", "deployment_id");

-- CreateIndex
CREATE INDEX "lti_launch_expires_at_idx" ON "lti_launch"("expires_at");

-- CreateIndex
CREATE INDEX "lti_person_user_id_idx" ON "lti_person"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "lti_resource_platform_id_resource_link_id_key" ON "lti_resource"("platform_id", "resource_link_id");

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_project_id_code_id_fkey" FOREIGN KEY ("project_id", "code_id") REFERENCES "join_code"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_project_id_on_screen_id_fkey" FOREIGN KEY ("project_id", "on_screen_id") REFERENCES "lesson_pin"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lesson_article" ADD CONSTRAINT "lesson_article_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lesson_article" ADD CONSTRAINT "lesson_article_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lesson_pin" ADD CONSTRAINT "lesson_pin_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lesson_pin" ADD CONSTRAINT "lesson_pin_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lesson_pin" ADD CONSTRAINT "lesson_pin_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lesson_presence" ADD CONSTRAINT "lesson_presence_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lesson_presence" ADD CONSTRAINT "lesson_presence_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "headline" ADD CONSTRAINT "headline_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "headline" ADD CONSTRAINT "headline_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "headline" ADD CONSTRAINT "headline_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "headline_vote" ADD CONSTRAINT "headline_vote_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "headline_vote" ADD CONSTRAINT "headline_vote_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "headline_vote" ADD CONSTRAINT "headline_vote_project_id_headline_id_fkey" FOREIGN KEY ("project_id", "headline_id") REFERENCES "headline"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "exit_answer" ADD CONSTRAINT "exit_answer_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "exit_answer" ADD CONSTRAINT "exit_answer_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_project_id_graded_by_fkey" FOREIGN KEY ("project_id", "graded_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lti_launch" ADD CONSTRAINT "lti_launch_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lti_person" ADD CONSTRAINT "lti_person_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lti_person" ADD CONSTRAINT "lti_person_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lti_resource" ADD CONSTRAINT "lti_resource_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lti_resource" ADD CONSTRAINT "lti_resource_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lti_score" ADD CONSTRAINT "lti_score_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lti_score" ADD CONSTRAINT "lti_score_project_id_resource_id_fkey" FOREIGN KEY ("project_id", "resource_id") REFERENCES "lti_resource"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lti_score" ADD CONSTRAINT "lti_score_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What Prisma cannot say: values that columns may have.
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_state_check" CHECK ("state" IN ('template', 'draft', 'running', 'ended'));
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_steps_check" CHECK (jsonb_typeof("steps") = 'array' AND jsonb_array_length("steps") BETWEEN 1 AND 12);
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_step_check" CHECK (("state" = 'running') = ("step" IS NOT NULL) AND coalesce("step" >= 0 AND "step" < jsonb_array_length("steps"), true));
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_clock_check" CHECK (("step_ends_at" IS NULL OR "paused_seconds" IS NULL) AND ("step" IS NOT NULL OR "step_ends_at" IS NULL AND "paused_seconds" IS NULL) AND coalesce("paused_seconds" >= 0, true));
ALTER TABLE "lesson_article" ADD CONSTRAINT "lesson_article_counts_check" CHECK ("position" >= 0 AND "counted_code_points" >= 0 AND cardinality("block_ordinals") > 0);
ALTER TABLE "lesson_pin" ADD CONSTRAINT "lesson_pin_place_check" CHECK ("start_offset" >= 0 AND "start_offset" < "end_offset");
ALTER TABLE "headline" ADD CONSTRAINT "headline_body_check" CHECK (length("body") BETWEEN 1 AND 300 AND length("reason") <= 1000);
ALTER TABLE "exit_answer" ADD CONSTRAINT "exit_answer_body_check" CHECK (length("body") BETWEEN 1 AND 2000);
ALTER TABLE "grade" ADD CONSTRAINT "grade_levels_check" CHECK (coalesce("evidence" BETWEEN 0 AND 2, true) AND coalesce("reasoning" BETWEEN 0 AND 2, true) AND length("comment") <= 2000);
ALTER TABLE "lti_score" ADD CONSTRAINT "lti_score_points_check" CHECK (coalesce("points" BETWEEN 0 AND 4, true));
