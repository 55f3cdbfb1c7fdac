import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'
import { ownTables } from '../own-tables'

/** The tables that are ours and not Payload's: lists, changes, clock, reads, weather, the search index. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of ownTables.sqlite) await db.run(sql.raw(statement))
}

export async function down(_: MigrateDownArgs): Promise<void> {
  throw new Error('This migration is not undone: restore a backup made before it.')
}
