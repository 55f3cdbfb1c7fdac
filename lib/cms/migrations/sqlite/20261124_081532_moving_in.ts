import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`stories\` ADD \`canonical_url\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`address\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_canonical_url\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_address\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`address\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_address\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`canonical_url\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`address\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_canonical_url\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_address\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`address\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_address\`;`)
}
