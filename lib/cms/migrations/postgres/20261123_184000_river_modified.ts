import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** When each listed story last changed: what sitemaps and feeds tell crawlers. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`ALTER TABLE river ADD COLUMN modified_at BIGINT NOT NULL DEFAULT 0`)
  await db.execute(sql`UPDATE river SET modified_at = greatest(published_at, coalesce((SELECT (extract(epoch FROM revised_at) * 1000)::bigint FROM stories WHERE stories.id = river.story_id), 0))`)
  await db.execute(sql`CREATE INDEX river_modified ON river (list, modified_at)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP INDEX river_modified`)
  await db.execute(sql`ALTER TABLE river DROP COLUMN modified_at`)
}
