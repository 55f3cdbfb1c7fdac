import * as migration_20261123_155056_initial from './20261123_155056_initial'
import * as migration_20261123_155500_own_tables from './20261123_155500_own_tables'

export const migrations = [
  { up: migration_20261123_155056_initial.up, down: migration_20261123_155056_initial.down, name: '20261123_155056_initial' },
  { up: migration_20261123_155500_own_tables.up, down: migration_20261123_155500_own_tables.down, name: '20261123_155500_own_tables' },
]
