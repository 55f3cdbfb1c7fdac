import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

/** Who uploaded a media file; of those there are, nobody knows. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE media ADD COLUMN created_by_id integer REFERENCES users(id) ON UPDATE no action ON DELETE set null`)
  await db.run(sql`CREATE INDEX media_created_by_idx ON media (created_by_id)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX media_created_by_idx`)
  await db.run(sql`ALTER TABLE media DROP COLUMN created_by_id`)
}
