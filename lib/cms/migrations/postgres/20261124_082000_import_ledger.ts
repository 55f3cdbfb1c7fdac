import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'
import { importLedger } from '../import-ledger'

const TABLES = ['imports', 'import_items', 'import_files', 'import_addresses', 'import_notes']

/** The tables in which moving in from another system keeps its books. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of importLedger.postgres) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of TABLES) await db.execute(sql.raw(`DROP TABLE ${table}`))
}
