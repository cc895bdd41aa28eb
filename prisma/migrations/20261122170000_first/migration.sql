-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "login" TEXT,
    "email" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'person',
    "password_hash" TEXT,
    "phrase_digest" BYTEA,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_digest" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_token" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL,
    "phrase_salt" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "account_event" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "detail" JSONB,

    CONSTRAINT "account_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT 'research',
    "reveal" TEXT NOT NULL DEFAULT 'by_coordinator',
    "revealed_at" TIMESTAMPTZ(3),
    "source_blind" BOOLEAN NOT NULL DEFAULT false,
    "assign_everyone" BOOLEAN NOT NULL DEFAULT false,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "role" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "pseudonym_key" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "join_code" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code_digest" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "email" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "max_uses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "revoked_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "join_code_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "operation" (
    "project_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "op_id" UUID NOT NULL,
    "request_digest" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operation_pkey" PRIMARY KEY ("project_id","member_id","op_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "subject_id" UUID,
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seal_id" UUID,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "previous_digest" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "job" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "payload" JSONB NOT NULL,
    "cursor" JSONB,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "error" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "project_id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "article_id" UUID,
    "member_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("project_id","seq")
);

-- CreateTable
CREATE TABLE "outlet" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "country" TEXT,
    "language" TEXT,
    "owner" TEXT,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outlet_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "outlet_alias" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outlet_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "alias_key" TEXT NOT NULL,

    CONSTRAINT "outlet_alias_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "work" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "article" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "current_revision_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "outlet_id" UUID,
    "publisher_id" UUID,
    "byline" TEXT,
    "url" TEXT,
    "url_digest" TEXT,
    "published_on" DATE,
    "captured_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "genre" TEXT,
    "language" TEXT,
    "words" INTEGER NOT NULL,
    "code_points" INTEGER NOT NULL,
    "own_voice_code_points" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "article_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "revision" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "code_points" INTEGER NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "block" (
    "project_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "block_pkey" PRIMARY KEY ("project_id","revision_id","ordinal")
);

-- CreateTable
CREATE TABLE "block_change" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "from_kind" TEXT NOT NULL,
    "to_kind" TEXT NOT NULL,
    "member_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "block_change_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "target" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "is_focus" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "merged_into_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "target_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "target_alias" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "alias_key" TEXT NOT NULL,
    "is_ambiguous" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "target_alias_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "codebook" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "codebook_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "codebook_version" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "codebook_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "codebook_version_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "speaker" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "phase" TEXT NOT NULL DEFAULT 'main',
    "state" TEXT NOT NULL DEFAULT 'assigned',
    "block_ordinals" INTEGER[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "first_submitted_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "peers_seen_at" TIMESTAMPTZ(3),
    "source_seen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "submission" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "span" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "codebook_version_id" UUID NOT NULL,
    "framing" TEXT NOT NULL,
    "voice" TEXT,
    "attribution" TEXT,
    "directness" TEXT NOT NULL,
    "device" TEXT,
    "confidence" SMALLINT,
    "note" TEXT NOT NULL DEFAULT '',
    "speaker_id" UUID,
    "source_blind" BOOLEAN NOT NULL DEFAULT false,
    "peers_seen" BOOLEAN NOT NULL DEFAULT false,
    "from_suggestion" BOOLEAN NOT NULL DEFAULT false,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "span_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "span_part" (
    "project_id" UUID NOT NULL,
    "span_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'exact',

    CONSTRAINT "span_part_pkey" PRIMARY KEY ("project_id","span_id","revision_id","ordinal")
);

-- CreateTable
CREATE TABLE "span_event" (
    "project_id" UUID NOT NULL,
    "span_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "op_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "span_event_pkey" PRIMARY KEY ("project_id","span_id","version")
);

-- CreateTable
CREATE TABLE "judgement" (
    "project_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "codebook_version_id" UUID NOT NULL,
    "value" TEXT,
    "peers_seen" BOOLEAN NOT NULL DEFAULT false,
    "source_blind" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("project_id","assignment_id","target_id")
);

-- CreateTable
CREATE TABLE "judgement_event" (
    "project_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "op_id" UUID,
    "before" TEXT,
    "after" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgement_event_pkey" PRIMARY KEY ("project_id","assignment_id","target_id","version")
);

-- CreateTable
CREATE TABLE "thread" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "member_id" UUID,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "rollup_count" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "voice" TEXT NOT NULL,
    "framing" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "source_blind" BOOLEAN NOT NULL,
    "codebook_version_id" UUID NOT NULL,
    "from_suggestion" BOOLEAN NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "rollup_count_pkey" PRIMARY KEY ("project_id","article_id","member_id","target_id","voice","framing","layer","source_blind","codebook_version_id","from_suggestion")
);

-- CreateTable
CREATE TABLE "rollup_article" (
    "project_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "voice" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "advocacy" INTEGER NOT NULL,
    "neutral" INTEGER NOT NULL,
    "critical" INTEGER NOT NULL,
    "annotators" INTEGER NOT NULL,
    "sign_mean" DOUBLE PRECISION,
    "net_per_1000" DOUBLE PRECISION NOT NULL,
    "addressed" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rollup_article_pkey" PRIMARY KEY ("project_id","article_id","target_id","voice","layer")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_login_key" ON "app_user"("login");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_phrase_digest_key" ON "app_user"("phrase_digest");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_provider_account_id_key" ON "account"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_digest_key" ON "session"("token_digest");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_digest_key" ON "api_token"("token_digest");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_token_token_hash_key" ON "setup_token"("token_hash");

-- CreateIndex
CREATE INDEX "account_event_user_id_at_idx" ON "account_event"("user_id", "at");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_project_id_pseudonym_key_key" ON "member"("project_id", "pseudonym_key");

-- CreateIndex
CREATE UNIQUE INDEX "member_project_id_user_id_key" ON "member"("project_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "join_code_code_digest_key" ON "join_code"("code_digest");

-- CreateIndex
CREATE INDEX "operation_project_id_created_at_idx" ON "operation"("project_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_project_id_at_idx" ON "audit_entry"("project_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "outlet_project_id_name_key_key" ON "outlet"("project_id", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "outlet_alias_project_id_alias_key_key" ON "outlet_alias"("project_id", "alias_key");

-- CreateIndex
CREATE INDEX "article_project_id_work_id_idx" ON "article"("project_id", "work_id");

-- CreateIndex
CREATE INDEX "article_project_id_created_at_id_idx" ON "article"("project_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "article_project_id_outlet_id_created_at_id_idx" ON "article"("project_id", "outlet_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "article_project_id_publisher_id_idx" ON "article"("project_id", "publisher_id");

-- CreateIndex
CREATE INDEX "article_project_id_genre_created_at_id_idx" ON "article"("project_id", "genre", "created_at", "id");

-- CreateIndex
CREATE INDEX "article_project_id_url_digest_idx" ON "article"("project_id", "url_digest");

-- CreateIndex
CREATE INDEX "revision_project_id_sha256_idx" ON "revision"("project_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "revision_project_id_article_id_number_key" ON "revision"("project_id", "article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "target_project_id_name_key_key" ON "target"("project_id", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "target_alias_project_id_target_id_alias_key_key" ON "target_alias"("project_id", "target_id", "alias_key");

-- CreateIndex
CREATE UNIQUE INDEX "codebook_version_project_id_codebook_id_number_key" ON "codebook_version"("project_id", "codebook_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_project_id_name_key_key" ON "speaker"("project_id", "name_key");

-- CreateIndex
CREATE INDEX "assignment_project_id_member_id_position_id_idx" ON "assignment"("project_id", "member_id", "position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_project_id_article_id_member_id_round_key" ON "assignment"("project_id", "article_id", "member_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "submission_project_id_assignment_id_number_key" ON "submission"("project_id", "assignment_id", "number");

-- CreateIndex
CREATE INDEX "span_project_id_assignment_id_idx" ON "span"("project_id", "assignment_id");

-- CreateIndex
CREATE INDEX "span_project_id_article_id_member_id_idx" ON "span"("project_id", "article_id", "member_id");

-- CreateIndex
CREATE INDEX "judgement_project_id_article_id_idx" ON "judgement"("project_id", "article_id");

-- CreateIndex
CREATE INDEX "thread_project_id_subject_subject_id_idx" ON "thread"("project_id", "subject", "subject_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "join_code" ADD CONSTRAINT "join_code_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "join_code" ADD CONSTRAINT "join_code_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "operation" ADD CONSTRAINT "operation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "operation" ADD CONSTRAINT "operation_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outlet" ADD CONSTRAINT "outlet_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outlet" ADD CONSTRAINT "outlet_project_id_merged_into_id_fkey" FOREIGN KEY ("project_id", "merged_into_id") REFERENCES "outlet"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outlet_alias" ADD CONSTRAINT "outlet_alias_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outlet_alias" ADD CONSTRAINT "outlet_alias_project_id_outlet_id_fkey" FOREIGN KEY ("project_id", "outlet_id") REFERENCES "outlet"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "work" ADD CONSTRAINT "work_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_project_id_work_id_fkey" FOREIGN KEY ("project_id", "work_id") REFERENCES "work"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_project_id_outlet_id_fkey" FOREIGN KEY ("project_id", "outlet_id") REFERENCES "outlet"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_project_id_publisher_id_fkey" FOREIGN KEY ("project_id", "publisher_id") REFERENCES "outlet"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "block_change" ADD CONSTRAINT "block_change_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "block_change" ADD CONSTRAINT "block_change_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "block_change" ADD CONSTRAINT "block_change_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_project_id_parent_id_fkey" FOREIGN KEY ("project_id", "parent_id") REFERENCES "target"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_project_id_merged_into_id_fkey" FOREIGN KEY ("project_id", "merged_into_id") REFERENCES "target"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_alias" ADD CONSTRAINT "target_alias_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_alias" ADD CONSTRAINT "target_alias_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook" ADD CONSTRAINT "codebook_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook_version" ADD CONSTRAINT "codebook_version_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook_version" ADD CONSTRAINT "codebook_version_project_id_codebook_id_fkey" FOREIGN KEY ("project_id", "codebook_id") REFERENCES "codebook"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "codebook_version" ADD CONSTRAINT "codebook_version_project_id_published_by_fkey" FOREIGN KEY ("project_id", "published_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_project_id_assignment_id_fkey" FOREIGN KEY ("project_id", "assignment_id") REFERENCES "assignment"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span" ADD CONSTRAINT "span_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span" ADD CONSTRAINT "span_project_id_assignment_id_fkey" FOREIGN KEY ("project_id", "assignment_id") REFERENCES "assignment"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span" ADD CONSTRAINT "span_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span" ADD CONSTRAINT "span_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span" ADD CONSTRAINT "span_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span" ADD CONSTRAINT "span_project_id_codebook_version_id_fkey" FOREIGN KEY ("project_id", "codebook_version_id") REFERENCES "codebook_version"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span" ADD CONSTRAINT "span_project_id_speaker_id_fkey" FOREIGN KEY ("project_id", "speaker_id") REFERENCES "speaker"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_part" ADD CONSTRAINT "span_part_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_part" ADD CONSTRAINT "span_part_project_id_span_id_fkey" FOREIGN KEY ("project_id", "span_id") REFERENCES "span"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_part" ADD CONSTRAINT "span_part_project_id_revision_id_fkey" FOREIGN KEY ("project_id", "revision_id") REFERENCES "revision"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_event" ADD CONSTRAINT "span_event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_event" ADD CONSTRAINT "span_event_project_id_span_id_fkey" FOREIGN KEY ("project_id", "span_id") REFERENCES "span"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "span_event" ADD CONSTRAINT "span_event_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_project_id_assignment_id_fkey" FOREIGN KEY ("project_id", "assignment_id") REFERENCES "assignment"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_project_id_codebook_version_id_fkey" FOREIGN KEY ("project_id", "codebook_version_id") REFERENCES "codebook_version"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "judgement_event" ADD CONSTRAINT "judgement_event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "judgement_event" ADD CONSTRAINT "judgement_event_project_id_assignment_id_fkey" FOREIGN KEY ("project_id", "assignment_id") REFERENCES "assignment"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "judgement_event" ADD CONSTRAINT "judgement_event_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_created_by_fkey" FOREIGN KEY ("project_id", "created_by") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_project_id_thread_id_fkey" FOREIGN KEY ("project_id", "thread_id") REFERENCES "thread"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_count" ADD CONSTRAINT "rollup_count_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_count" ADD CONSTRAINT "rollup_count_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_count" ADD CONSTRAINT "rollup_count_project_id_member_id_fkey" FOREIGN KEY ("project_id", "member_id") REFERENCES "member"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_count" ADD CONSTRAINT "rollup_count_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_article" ADD CONSTRAINT "rollup_article_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_article" ADD CONSTRAINT "rollup_article_project_id_article_id_fkey" FOREIGN KEY ("project_id", "article_id") REFERENCES "article"("project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollup_article" ADD CONSTRAINT "rollup_article_project_id_target_id_fkey" FOREIGN KEY ("project_id", "target_id") REFERENCES "target"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- By hand: what the schema language cannot say. -----------------------------------------------------------

ALTER TABLE "app_user" ADD CONSTRAINT "app_user_kind_check" CHECK ("kind" IN ('person', 'pupil'));
ALTER TABLE "installation" ADD CONSTRAINT "installation_single_check" CHECK ("id" = 1);
ALTER TABLE "project"
  ADD CONSTRAINT "project_kind_check" CHECK ("kind" IN ('research', 'class')),
  ADD CONSTRAINT "project_name_check" CHECK (char_length("name") BETWEEN 1 AND 200),
  ADD CONSTRAINT "project_reveal_check" CHECK ("reveal" IN ('never', 'after_all', 'by_coordinator', 'own_submission'));
ALTER TABLE "member"
  ADD CONSTRAINT "member_role_check" CHECK ("role" IN ('coordinator', 'reviewer', 'annotator', 'observer')),
  ADD CONSTRAINT "member_state_check" CHECK ("state" IN ('active', 'removed', 'withdrawn'));
ALTER TABLE "join_code"
  ADD CONSTRAINT "join_code_kind_check" CHECK ("kind" IN ('code', 'invitation')),
  ADD CONSTRAINT "join_code_role_check" CHECK ("role" IN ('coordinator', 'reviewer', 'annotator', 'observer')),
  ADD CONSTRAINT "join_code_uses_check" CHECK ("uses" >= 0 AND "uses" <= "max_uses");
ALTER TABLE "article" ADD CONSTRAINT "article_state_check" CHECK ("state" IN ('active', 'archived'));
ALTER TABLE "revision"
  ADD CONSTRAINT "revision_length_check" CHECK ("code_points" BETWEEN 1 AND 2000000 AND char_length("text") = "code_points"),
  ADD CONSTRAINT "revision_digest_check" CHECK ("sha256" = sha256(convert_to("text", 'UTF8')));
ALTER TABLE "block"
  ADD CONSTRAINT "block_kind_check" CHECK ("kind" IN ('headline', 'byline', 'heading', 'paragraph', 'list_item', 'quotation', 'caption', 'embed', 'chrome')),
  ADD CONSTRAINT "block_range_check" CHECK (0 <= "start_offset" AND "start_offset" < "end_offset");
ALTER TABLE "codebook_version" ADD CONSTRAINT "codebook_version_state_check" CHECK ("state" IN ('draft', 'published'));
ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_phase_check" CHECK ("phase" IN ('practice', 'pilot', 'reliability', 'main')),
  ADD CONSTRAINT "assignment_state_check" CHECK ("state" IN ('assigned', 'in_progress', 'submitted', 'returned', 'withdrawn')),
  ADD CONSTRAINT "assignment_submitted_check" CHECK (("state" <> 'submitted') OR "submitted_at" IS NOT NULL);
ALTER TABLE "span"
  ADD CONSTRAINT "span_framing_check" CHECK ("framing" IN ('advocacy', 'neutral', 'critical')),
  ADD CONSTRAINT "span_voice_check" CHECK ("voice" IN ('own', 'quoted', 'embedded')),
  ADD CONSTRAINT "span_attribution_check" CHECK ("attribution" IN ('direct', 'reported') AND "voice" IS NOT DISTINCT FROM 'quoted' OR "attribution" IS NULL),
  ADD CONSTRAINT "span_directness_check" CHECK ("directness" IN ('direct', 'indirect')),
  ADD CONSTRAINT "span_device_check" CHECK ("device" IN ('words', 'facts')),
  ADD CONSTRAINT "span_confidence_check" CHECK ("confidence" BETWEEN 1 AND 3);
ALTER TABLE "span_part"
  ADD CONSTRAINT "span_part_range_check" CHECK (0 <= "start_offset" AND "start_offset" < "end_offset" AND char_length("quote") = "end_offset" - "start_offset"),
  ADD CONSTRAINT "span_part_status_check" CHECK ("status" IN ('exact', 'repaired', 'orphaned'));
ALTER TABLE "span_event" ADD CONSTRAINT "span_event_kind_check" CHECK ("kind" IN ('created', 'changed', 'deleted', 'restored'));
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_value_check" CHECK ("value" IN ('-2', '-1', '0', '1', '2', 'unclear', 'not_addressed'));
ALTER TABLE "rollup_article" ADD CONSTRAINT "rollup_article_layer_check" CHECK ("layer" IN ('raw', 'adjudicated'));

-- Only marks that stand are read; deleted ones are kept for the record.
CREATE INDEX "span_standing_idx" ON "span" ("project_id", "assignment_id") WHERE "deleted_at" IS NULL;
CREATE INDEX "assignment_submitted_idx" ON "assignment" ("project_id", "article_id") WHERE "state" = 'submitted';
