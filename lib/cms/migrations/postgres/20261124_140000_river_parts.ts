import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** The newest change in a part of a month, from the index alone: its rows lie side by side, those of the table do not. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`DROP INDEX river_modified`)
  await db.execute(sql`CREATE INDEX river_modified ON river (list, modified_at, published_at, story_id)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP INDEX river_modified`)
  await db.execute(sql`CREATE INDEX river_modified ON river (list, modified_at)`)
}
