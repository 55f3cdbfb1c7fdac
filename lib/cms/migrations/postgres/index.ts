import * as migration_20261123_155056_initial from './20261123_155056_initial'
import * as migration_20261123_155500_own_tables from './20261123_155500_own_tables'
import * as migration_20261123_183829_crawlers from './20261123_183829_crawlers'
import * as migration_20261123_184000_river_modified from './20261123_184000_river_modified'
import * as migration_20261124_081609_moving_in from './20261124_081609_moving_in'
import * as migration_20261124_082000_import_ledger from './20261124_082000_import_ledger'
import * as migration_20261124_090000_edges from './20261124_090000_edges'
import * as migration_20261124_090100_media_object_key from './20261124_090100_media_object_key'
import * as migration_20261124_130000_observability from './20261124_130000_observability'
import * as migration_20261124_140000_river_parts from './20261124_140000_river_parts'
import * as migration_20261128_195000_media_makers from './20261128_195000_media_makers'

export const migrations = [
  { up: migration_20261123_155056_initial.up, down: migration_20261123_155056_initial.down, name: '20261123_155056_initial' },
  { up: migration_20261123_155500_own_tables.up, down: migration_20261123_155500_own_tables.down, name: '20261123_155500_own_tables' },
  { up: migration_20261123_183829_crawlers.up, down: migration_20261123_183829_crawlers.down, name: '20261123_183829_crawlers' },
  { up: migration_20261123_184000_river_modified.up, down: migration_20261123_184000_river_modified.down, name: '20261123_184000_river_modified' },
  { up: migration_20261124_081609_moving_in.up, down: migration_20261124_081609_moving_in.down, name: '20261124_081609_moving_in' },
  { up: migration_20261124_082000_import_ledger.up, down: migration_20261124_082000_import_ledger.down, name: '20261124_082000_import_ledger' },
  { up: migration_20261124_090000_edges.up, down: migration_20261124_090000_edges.down, name: '20261124_090000_edges' },
  { up: migration_20261124_090100_media_object_key.up, down: migration_20261124_090100_media_object_key.down, name: '20261124_090100_media_object_key' },
  { up: migration_20261124_130000_observability.up, down: migration_20261124_130000_observability.down, name: '20261124_130000_observability' },
  { up: migration_20261124_140000_river_parts.up, down: migration_20261124_140000_river_parts.down, name: '20261124_140000_river_parts' },
  { up: migration_20261128_195000_media_makers.up, down: migration_20261128_195000_media_makers.down, name: '20261128_195000_media_makers' },
]
