import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

/** When each listed story last changed: what sitemaps and feeds tell crawlers. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE river ADD COLUMN modified_at BIGINT NOT NULL DEFAULT 0`)
  await db.run(sql`UPDATE river SET modified_at = max(published_at, coalesce((SELECT CAST(strftime('%s', revised_at) AS INTEGER) * 1000 FROM stories WHERE stories.id = river.story_id), 0))`)
  await db.run(sql`CREATE INDEX river_modified ON river (list, modified_at)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX river_modified`)
  await db.run(sql`ALTER TABLE river DROP COLUMN modified_at`)
}
