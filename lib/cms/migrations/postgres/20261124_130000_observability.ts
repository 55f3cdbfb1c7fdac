import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Closed accounts; and how long pages took with real readers: how many measurements fell into each step of a day. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`ALTER TABLE users ADD COLUMN closed BOOLEAN`)
  await db.execute(sql`CREATE TABLE web_vitals (day TEXT NOT NULL, page TEXT NOT NULL, metric TEXT NOT NULL, step INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, page, metric, step))`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE web_vitals`)
  await db.execute(sql`ALTER TABLE users DROP COLUMN closed`)
}
