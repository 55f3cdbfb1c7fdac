import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

/** Closed accounts; and how long pages took with real readers: how many measurements fell into each step of a day. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE users ADD COLUMN closed INTEGER`)
  await db.run(sql`CREATE TABLE web_vitals (day TEXT NOT NULL, page TEXT NOT NULL, metric TEXT NOT NULL, step INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, page, metric, step))`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE web_vitals`)
  await db.run(sql`ALTER TABLE users DROP COLUMN closed`)
}
