import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Who uploaded a media file; of those there are, nobody knows. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`ALTER TABLE media ADD COLUMN created_by_id integer CONSTRAINT media_created_by_id_users_id_fk REFERENCES users(id) ON UPDATE no action ON DELETE set null`)
  await db.execute(sql`CREATE INDEX media_created_by_idx ON media (created_by_id)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`ALTER TABLE media DROP COLUMN created_by_id`)
}
