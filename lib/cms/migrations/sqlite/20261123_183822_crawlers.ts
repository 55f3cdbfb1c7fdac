import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`stories_live_posts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`headline\` text,
  	\`body\` text,
  	\`at\` text,
  	\`author_id\` integer,
  	\`key\` integer,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`stories_live_posts_order_idx\` ON \`stories_live_posts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`stories_live_posts_parent_id_idx\` ON \`stories_live_posts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`stories_live_posts_author_idx\` ON \`stories_live_posts\` (\`author_id\`);`)
  await db.run(sql`CREATE TABLE \`_stories_v_version_live_posts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`headline\` text,
  	\`body\` text,
  	\`at\` text,
  	\`author_id\` integer,
  	\`key\` integer,
  	\`_uuid\` text,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_stories_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_stories_v_version_live_posts_order_idx\` ON \`_stories_v_version_live_posts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_live_posts_parent_id_idx\` ON \`_stories_v_version_live_posts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_live_posts_author_idx\` ON \`_stories_v_version_live_posts\` (\`author_id\`);`)
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`service\` text NOT NULL,
  	\`receiver\` text NOT NULL,
  	\`address\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`due_at\` text,
  	\`answer\` text,
  	\`sent_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_address_idx\` ON \`notices\` (\`address\`);`)
  await db.run(sql`CREATE INDEX \`notices_state_idx\` ON \`notices\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`notices_due_at_idx\` ON \`notices\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`settings_hubs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`url\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`settings_hubs_order_idx\` ON \`settings_hubs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`settings_hubs_parent_id_idx\` ON \`settings_hubs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`settings_crawlers_exceptions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`agent\` text NOT NULL,
  	\`rule\` text DEFAULT 'allow' NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`settings_crawlers_exceptions_order_idx\` ON \`settings_crawlers_exceptions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`settings_crawlers_exceptions_parent_id_idx\` ON \`settings_crawlers_exceptions\` (\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`live_started_at\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`live_ended_at\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`expires_at\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_live_started_at\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_live_ended_at\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_expires_at\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`notices_id\` integer REFERENCES notices(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`notices_id\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`alternate_name\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`logo_id\` integer REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`preferred_source\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_publishing_principles\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_ethics_policy\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_corrections_policy\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_diversity_policy\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_ownership_funding_info\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_masthead\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_mission_coverage_priorities_policy\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_unnamed_sources_policy\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_verification_fact_checking_policy\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_actionable_feedback_policy\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`policies_no_bylines_policy\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`index_now_key\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`crawlers_search\` text DEFAULT 'allow' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`crawlers_assistant\` text DEFAULT 'allow' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`crawlers_training\` text DEFAULT 'allow' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`crawlers_licence_contact\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`security_contact\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`ads_txt\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`app_ads_txt\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`trust_txt\` text;`)
  await db.run(sql`CREATE INDEX \`settings_logo_idx\` ON \`settings\` (\`logo_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`stories_live_posts\`;`)
  await db.run(sql`DROP TABLE \`_stories_v_version_live_posts\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`settings_hubs\`;`)
  await db.run(sql`DROP TABLE \`settings_crawlers_exceptions\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`stories_id\` integer,
  	\`media_id\` integer,
  	\`fronts_id\` integer,
  	\`pages_id\` integer,
  	\`sections_id\` integer,
  	\`topics_id\` integer,
  	\`authors_id\` integer,
  	\`users_id\` integer,
  	\`preview_links_id\` integer,
  	\`paths_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stories_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`fronts_id\`) REFERENCES \`fronts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sections_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`preview_links_id\`) REFERENCES \`preview_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`paths_id\`) REFERENCES \`paths\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "stories_id", "media_id", "fronts_id", "pages_id", "sections_id", "topics_id", "authors_id", "users_id", "preview_links_id", "paths_id") SELECT "id", "order", "parent_id", "path", "stories_id", "media_id", "fronts_id", "pages_id", "sections_id", "topics_id", "authors_id", "users_id", "preview_links_id", "paths_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_stories_id_idx\` ON \`payload_locked_documents_rels\` (\`stories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_fronts_id_idx\` ON \`payload_locked_documents_rels\` (\`fronts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sections_id_idx\` ON \`payload_locked_documents_rels\` (\`sections_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_authors_id_idx\` ON \`payload_locked_documents_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_preview_links_id_idx\` ON \`payload_locked_documents_rels\` (\`preview_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_paths_id_idx\` ON \`payload_locked_documents_rels\` (\`paths_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_settings\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text DEFAULT 'Dateline' NOT NULL,
  	\`tagline\` text,
  	\`description\` text,
  	\`language\` text DEFAULT 'en' NOT NULL,
  	\`locale\` text DEFAULT 'en-GB' NOT NULL,
  	\`time_zone\` text DEFAULT 'UTC' NOT NULL,
  	\`contact_email\` text,
  	\`founded_year\` numeric,
  	\`newsletter_url\` text,
  	\`temperature_unit\` text DEFAULT 'celsius',
  	\`count_style\` text DEFAULT 'full',
  	\`social_counts_as_of\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`INSERT INTO \`__new_settings\`("id", "name", "tagline", "description", "language", "locale", "time_zone", "contact_email", "founded_year", "newsletter_url", "temperature_unit", "count_style", "social_counts_as_of", "updated_at", "created_at") SELECT "id", "name", "tagline", "description", "language", "locale", "time_zone", "contact_email", "founded_year", "newsletter_url", "temperature_unit", "count_style", "social_counts_as_of", "updated_at", "created_at" FROM \`settings\`;`)
  await db.run(sql`DROP TABLE \`settings\`;`)
  await db.run(sql`ALTER TABLE \`__new_settings\` RENAME TO \`settings\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`live_started_at\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`live_ended_at\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`expires_at\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_live_started_at\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_live_ended_at\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_expires_at\`;`)
}
