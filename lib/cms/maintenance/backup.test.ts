import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'

const home = mkdtempSync(path.join(os.tmpdir(), 'dateline-tools-'))
const archive = path.join(home, 'newsroom.tar.gz')
const log = path.join(home, 'log')

// PostgreSQL's tools as others on the machine see them, and what their environment alone says.
mkdirSync(path.join(home, 'bin'))
for (const name of ['pg_dump', 'pg_restore', 'psql']) {
  const script = `#!/bin/sh
echo "${name} $* ($PGPASSWORD)" >> '${log}'
for argument in "$@"; do case "$argument" in --file=*) echo tables > "\${argument#--file=}"; stat -c 'folder %a' "$(dirname "\${argument#--file=}")" >> '${log}';; esac; done
echo 0
`
  writeFileSync(path.join(home, 'bin', name), script, { mode: 0o755 })
}

/** The module under an environment of its own. */
async function under(address: string) {
  vi.resetModules()
  vi.stubEnv('PATH', `${path.join(home, 'bin')}:${process.env.PATH}`)
  vi.stubEnv('PGPASSWORD', 'of-this-machine')
  vi.stubEnv('MEDIA_DIR', path.join(home, 'media'))
  vi.stubEnv('DATABASE_URL', address)
  return import('./backup')
}

beforeEach(() => {
  vi.unstubAllEnvs()
  rmSync(log, { force: true })
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('backup and restore of a PostgreSQL database', () => {
  it.each([
    ['postgres://dateline:s%40cret@db.example:5432/news?sslmode=require', 'postgres://dateline@db.example:5432/news?sslmode=require', 's@cret'],
    ['postgresql://dateline:s@cret@[2001:db8::1]:5432/news', 'postgresql://dateline@[2001:db8::1]:5432/news', 's@cret'],
    ['postgres://dateline:s%40cret@/news?host=/run/postgresql', 'postgres://dateline@/news?host=/run/postgresql', 's@cret'],
    ['postgres://db.example/news?user=dateline&password=s%40cret&sslmode=require', 'postgres://db.example/news?user=dateline&sslmode=require', 's@cret'],
    ['postgres://dateline@[2001:db8::1]:5432/news', 'postgres://dateline@[2001:db8::1]:5432/news', 'of-this-machine'],
    ['postgres://[2001:db8::1]:5432/news', 'postgres://[2001:db8::1]:5432/news', 'of-this-machine'],
  ])('show nobody on the machine the password: %s', async (address, shown, password) => {
    const { backup, restore } = await under(address)
    await backup(archive, new Date())
    await restore(archive, false)
    const lines = readFileSync(log, 'utf8').split('\n').filter((line) => /^p/.test(line))
    expect(lines.map((line) => line.split(' ').slice(0, 2))).toEqual(['pg_dump', 'psql', 'pg_restore'].map((name) => [name, `--dbname=${shown}`]))
    for (const line of lines) expect(line.replace(` (${password})`, '')).not.toMatch(/cret|of-this-machine/)
    for (const line of lines) expect(line).toContain(` (${password})`)
  })

  it('leave an archive that its owner alone may read, even over one that all could, and meanwhile a folder like it', async () => {
    for (const file of [archive, `${archive}.partial`]) {
      writeFileSync(file, 'an earlier one')
      chmodSync(file, 0o644)
    }
    const { backup } = await under('postgres://dateline@db.example/news')
    await backup(archive, new Date())
    expect((statSync(archive).mode & 0o777).toString(8)).toBe('600')
    expect(readFileSync(log, 'utf8')).toContain('folder 700')
  })
})
