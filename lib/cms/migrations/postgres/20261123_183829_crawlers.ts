import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_notices_service" AS ENUM('indexnow', 'websub');
  CREATE TYPE "public"."enum_notices_reason" AS ENUM('published', 'updated', 'moved', 'withdrawn');
  CREATE TYPE "public"."enum_notices_state" AS ENUM('waiting', 'sent', 'refused', 'given-up');
  CREATE TYPE "public"."crawler_agents" AS ENUM('OAI-SearchBot', 'Claude-SearchBot', 'PerplexityBot', 'DuckAssistBot', 'Amazonbot', 'ChatGPT-User', 'Claude-User', 'Perplexity-User', 'MistralAI-User', 'meta-externalfetcher', 'GPTBot', 'ClaudeBot', 'Google-Extended', 'Applebot-Extended', 'meta-externalagent', 'CCBot', 'Bytespider');
  CREATE TYPE "public"."enum_settings_crawlers_exceptions_rule" AS ENUM('allow', 'refuse');
  CREATE TYPE "public"."enum_settings_crawlers_search" AS ENUM('allow', 'refuse');
  CREATE TYPE "public"."enum_settings_crawlers_assistant" AS ENUM('allow', 'refuse');
  CREATE TYPE "public"."enum_settings_crawlers_training" AS ENUM('allow', 'refuse');
  CREATE TABLE "stories_live_posts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"headline" varchar,
  	"body" jsonb,
  	"at" timestamp(3) with time zone,
  	"author_id" integer,
  	"key" boolean
  );
  
  CREATE TABLE "_stories_v_version_live_posts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"headline" varchar,
  	"body" jsonb,
  	"at" timestamp(3) with time zone,
  	"author_id" integer,
  	"key" boolean,
  	"_uuid" varchar
  );
  
  CREATE TABLE "notices" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"service" "enum_notices_service" NOT NULL,
  	"receiver" varchar NOT NULL,
  	"address" varchar NOT NULL,
  	"reason" "enum_notices_reason" NOT NULL,
  	"state" "enum_notices_state" DEFAULT 'waiting' NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"due_at" timestamp(3) with time zone,
  	"answer" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "settings_hubs" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"url" varchar NOT NULL
  );
  
  CREATE TABLE "settings_crawlers_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"agent" "crawler_agents" NOT NULL,
  	"rule" "enum_settings_crawlers_exceptions_rule" DEFAULT 'allow' NOT NULL
  );
  
  ALTER TABLE "stories" ADD COLUMN "live_started_at" timestamp(3) with time zone;
  ALTER TABLE "stories" ADD COLUMN "live_ended_at" timestamp(3) with time zone;
  ALTER TABLE "stories" ADD COLUMN "expires_at" timestamp(3) with time zone;
  ALTER TABLE "_stories_v" ADD COLUMN "version_live_started_at" timestamp(3) with time zone;
  ALTER TABLE "_stories_v" ADD COLUMN "version_live_ended_at" timestamp(3) with time zone;
  ALTER TABLE "_stories_v" ADD COLUMN "version_expires_at" timestamp(3) with time zone;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "notices_id" integer;
  ALTER TABLE "settings" ADD COLUMN "alternate_name" varchar;
  ALTER TABLE "settings" ADD COLUMN "logo_id" integer;
  ALTER TABLE "settings" ADD COLUMN "preferred_source" boolean DEFAULT true;
  ALTER TABLE "settings" ADD COLUMN "policies_publishing_principles" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_ethics_policy" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_corrections_policy" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_diversity_policy" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_ownership_funding_info" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_masthead" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_mission_coverage_priorities_policy" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_unnamed_sources_policy" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_verification_fact_checking_policy" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_actionable_feedback_policy" varchar;
  ALTER TABLE "settings" ADD COLUMN "policies_no_bylines_policy" varchar;
  ALTER TABLE "settings" ADD COLUMN "index_now_key" varchar;
  ALTER TABLE "settings" ADD COLUMN "crawlers_search" "enum_settings_crawlers_search" DEFAULT 'allow' NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "crawlers_assistant" "enum_settings_crawlers_assistant" DEFAULT 'allow' NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "crawlers_training" "enum_settings_crawlers_training" DEFAULT 'allow' NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "crawlers_licence_contact" varchar;
  ALTER TABLE "settings" ADD COLUMN "security_contact" varchar;
  ALTER TABLE "settings" ADD COLUMN "ads_txt" varchar;
  ALTER TABLE "settings" ADD COLUMN "app_ads_txt" varchar;
  ALTER TABLE "settings" ADD COLUMN "trust_txt" varchar;
  ALTER TABLE "stories_live_posts" ADD CONSTRAINT "stories_live_posts_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stories_live_posts" ADD CONSTRAINT "stories_live_posts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_stories_v_version_live_posts" ADD CONSTRAINT "_stories_v_version_live_posts_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_stories_v_version_live_posts" ADD CONSTRAINT "_stories_v_version_live_posts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_stories_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings_hubs" ADD CONSTRAINT "settings_hubs_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings_crawlers_exceptions" ADD CONSTRAINT "settings_crawlers_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "stories_live_posts_order_idx" ON "stories_live_posts" USING btree ("_order");
  CREATE INDEX "stories_live_posts_parent_id_idx" ON "stories_live_posts" USING btree ("_parent_id");
  CREATE INDEX "stories_live_posts_author_idx" ON "stories_live_posts" USING btree ("author_id");
  CREATE INDEX "_stories_v_version_live_posts_order_idx" ON "_stories_v_version_live_posts" USING btree ("_order");
  CREATE INDEX "_stories_v_version_live_posts_parent_id_idx" ON "_stories_v_version_live_posts" USING btree ("_parent_id");
  CREATE INDEX "_stories_v_version_live_posts_author_idx" ON "_stories_v_version_live_posts" USING btree ("author_id");
  CREATE INDEX "notices_address_idx" ON "notices" USING btree ("address");
  CREATE INDEX "notices_state_idx" ON "notices" USING btree ("state");
  CREATE INDEX "notices_due_at_idx" ON "notices" USING btree ("due_at");
  CREATE INDEX "notices_updated_at_idx" ON "notices" USING btree ("updated_at");
  CREATE INDEX "notices_created_at_idx" ON "notices" USING btree ("created_at");
  CREATE INDEX "settings_hubs_order_idx" ON "settings_hubs" USING btree ("_order");
  CREATE INDEX "settings_hubs_parent_id_idx" ON "settings_hubs" USING btree ("_parent_id");
  CREATE INDEX "settings_crawlers_exceptions_order_idx" ON "settings_crawlers_exceptions" USING btree ("_order");
  CREATE INDEX "settings_crawlers_exceptions_parent_id_idx" ON "settings_crawlers_exceptions" USING btree ("_parent_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_notices_fk" FOREIGN KEY ("notices_id") REFERENCES "public"."notices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings" ADD CONSTRAINT "settings_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_notices_id_idx" ON "payload_locked_documents_rels" USING btree ("notices_id");
  CREATE INDEX "settings_logo_idx" ON "settings" USING btree ("logo_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "stories_live_posts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_stories_v_version_live_posts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "notices" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "settings_hubs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "settings_crawlers_exceptions" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "stories_live_posts" CASCADE;
  DROP TABLE "_stories_v_version_live_posts" CASCADE;
  DROP TABLE "notices" CASCADE;
  DROP TABLE "settings_hubs" CASCADE;
  DROP TABLE "settings_crawlers_exceptions" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_notices_fk";
  
  ALTER TABLE "settings" DROP CONSTRAINT "settings_logo_id_media_id_fk";
  
  DROP INDEX "payload_locked_documents_rels_notices_id_idx";
  DROP INDEX "settings_logo_idx";
  ALTER TABLE "stories" DROP COLUMN "live_started_at";
  ALTER TABLE "stories" DROP COLUMN "live_ended_at";
  ALTER TABLE "stories" DROP COLUMN "expires_at";
  ALTER TABLE "_stories_v" DROP COLUMN "version_live_started_at";
  ALTER TABLE "_stories_v" DROP COLUMN "version_live_ended_at";
  ALTER TABLE "_stories_v" DROP COLUMN "version_expires_at";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "notices_id";
  ALTER TABLE "settings" DROP COLUMN "alternate_name";
  ALTER TABLE "settings" DROP COLUMN "logo_id";
  ALTER TABLE "settings" DROP COLUMN "preferred_source";
  ALTER TABLE "settings" DROP COLUMN "policies_publishing_principles";
  ALTER TABLE "settings" DROP COLUMN "policies_ethics_policy";
  ALTER TABLE "settings" DROP COLUMN "policies_corrections_policy";
  ALTER TABLE "settings" DROP COLUMN "policies_diversity_policy";
  ALTER TABLE "settings" DROP COLUMN "policies_ownership_funding_info";
  ALTER TABLE "settings" DROP COLUMN "policies_masthead";
  ALTER TABLE "settings" DROP COLUMN "policies_mission_coverage_priorities_policy";
  ALTER TABLE "settings" DROP COLUMN "policies_unnamed_sources_policy";
  ALTER TABLE "settings" DROP COLUMN "policies_verification_fact_checking_policy";
  ALTER TABLE "settings" DROP COLUMN "policies_actionable_feedback_policy";
  ALTER TABLE "settings" DROP COLUMN "policies_no_bylines_policy";
  ALTER TABLE "settings" DROP COLUMN "index_now_key";
  ALTER TABLE "settings" DROP COLUMN "crawlers_search";
  ALTER TABLE "settings" DROP COLUMN "crawlers_assistant";
  ALTER TABLE "settings" DROP COLUMN "crawlers_training";
  ALTER TABLE "settings" DROP COLUMN "crawlers_licence_contact";
  ALTER TABLE "settings" DROP COLUMN "security_contact";
  ALTER TABLE "settings" DROP COLUMN "ads_txt";
  ALTER TABLE "settings" DROP COLUMN "app_ads_txt";
  ALTER TABLE "settings" DROP COLUMN "trust_txt";
  DROP TYPE "public"."enum_notices_service";
  DROP TYPE "public"."enum_notices_reason";
  DROP TYPE "public"."enum_notices_state";
  DROP TYPE "public"."crawler_agents";
  DROP TYPE "public"."enum_settings_crawlers_exceptions_rule";
  DROP TYPE "public"."enum_settings_crawlers_search";
  DROP TYPE "public"."enum_settings_crawlers_assistant";
  DROP TYPE "public"."enum_settings_crawlers_training";`)
}
