import * as migration_20261123_155056_initial from './20261123_155056_initial'
import * as migration_20261123_155500_own_tables from './20261123_155500_own_tables'
import * as migration_20261123_183829_crawlers from './20261123_183829_crawlers'
import * as migration_20261123_184000_river_modified from './20261123_184000_river_modified'
import * as migration_20261124_090000_edges from './20261124_090000_edges'
import * as migration_20261124_090100_media_object_key from './20261124_090100_media_object_key'

export const migrations = [
  { up: migration_20261123_155056_initial.up, down: migration_20261123_155056_initial.down, name: '20261123_155056_initial' },
  { up: migration_20261123_155500_own_tables.up, down: migration_20261123_155500_own_tables.down, name: '20261123_155500_own_tables' },
  { up: migration_20261123_183829_crawlers.up, down: migration_20261123_183829_crawlers.down, name: '20261123_183829_crawlers' },
  { up: migration_20261123_184000_river_modified.up, down: migration_20261123_184000_river_modified.down, name: '20261123_184000_river_modified' },
  { up: migration_20261124_090000_edges.up, down: migration_20261124_090000_edges.down, name: '20261124_090000_edges' },
  { up: migration_20261124_090100_media_object_key.up, down: migration_20261124_090100_media_object_key.down, name: '20261124_090100_media_object_key' },
]
