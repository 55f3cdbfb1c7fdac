import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql, sqlOf } from './sql'
import { closeTestCms, openTestCms } from './testing'
import { writeAtCommit } from './transactions'

let payload: Payload

beforeAll(async () => {
  payload = await openTestCms()
  const db = sqlOf(payload)
  // What only the commit finds out.
  await db.run(sql`CREATE TABLE parents (id INTEGER PRIMARY KEY)`)
  await db.run(sql`CREATE TABLE children (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)`)
})
afterAll(closeTestCms)

const children = async () => (await sqlOf(payload).all<{ parent: number }>(sql`SELECT parent FROM children`)).map((row) => Number(row.parent))

async function within(work: (transactionID: string | number) => Promise<unknown>): Promise<string | number> {
  const id = (await payload.db.beginTransaction())!
  await work(id)
  return id
}
const insert = (parent: number) => within((transactionID) => sqlOf(payload, { transactionID }).run(sql`INSERT INTO children (parent) VALUES (${parent})`))

describe('a transaction', () => {
  it('whose commit the database refuses says so, keeps nothing, and holds nobody up', async () => {
    await sqlOf(payload).run(sql`INSERT INTO parents (id) VALUES (1)`)
    await expect(payload.db.commitTransaction(await insert(99))).rejects.toThrow()
    expect(await children()).toEqual([])
    await payload.db.commitTransaction(await insert(1))
    expect(await children()).toEqual([1])
  })

  it('whose last words cannot be written is not committed, and holds nobody up', async () => {
    const before = await children()
    const id = await insert(1)
    await writeAtCommit({ payload, transactionID: id }, (db) => db.run(sql`INSERT INTO nowhere (a) VALUES (1)`), 1)
    await expect(payload.db.commitTransaction(id)).rejects.toThrow()
    expect(await children()).toEqual(before)
    await payload.db.rollbackTransaction(await insert(1))
    expect(await children()).toEqual(before)
  })

  it('is rolled back without a word', async () => {
    await payload.db.rollbackTransaction(await insert(1))
    await payload.db.rollbackTransaction(await insert(99))
    expect(await children()).toEqual([1])
  })

  it('that fails in the middle fails where it fails', async () => {
    const id = await insert(1)
    await expect(sqlOf(payload, { transactionID: id }).run(sql`INSERT INTO nowhere (a) VALUES (1)`)).rejects.toThrow()
    await payload.db.rollbackTransaction(id)
    expect(await children()).toEqual([1])
  })
})
