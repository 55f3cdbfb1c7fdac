import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Which caches in front of the site have heard of which changes. Times are milliseconds since 1970. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`CREATE TABLE edges (name TEXT PRIMARY KEY, holder TEXT NOT NULL, held_until BIGINT NOT NULL, told_until BIGINT NOT NULL, failing_since BIGINT, problem TEXT)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE edges`)
}
