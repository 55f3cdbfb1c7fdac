import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { blockSchema, blockSchemas, parts } from './records/blocks'
import { manifestSchema, schemas, type Kind } from './records/schemas'

const contract = readFileSync('docs/contracts/export.md', 'utf8')

/** The rows of the tables under a heading, cells without their marks. */
function rowsUnder(heading: string): string[][] {
  const part = contract.split(/^## /m).find((section) => section.startsWith(heading))
  if (part === undefined) throw new Error(`The contract has no part “${heading}”.`)
  const rows = part.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim().replace(/^`|`$/g, '')))
  return rows.filter(([first]) => first !== 'Field' && first !== 'Type' && first !== 'Part' && !/^-+$/.test(first!))
}

/** Where the contract has a table of its own, or leaves the form to the program. */
const WHOLE = new Set<unknown>([blockSchema, parts.inline, parts.picture])

/** The names of all fields of a schema, those inside others with a dot. An object that may be null is named itself too. */
function fieldsOf(schema: z.ZodType, name = '', isNullable = false): string[] {
  if (WHOLE.has(schema)) return [name]
  if (schema instanceof z.ZodNullable) return fieldsOf(schema.unwrap() as z.ZodType, name, true)
  if (schema instanceof z.ZodOptional) return fieldsOf(schema.unwrap() as z.ZodType, name)
  if (schema instanceof z.ZodArray) {
    const inner = fieldsOf(schema.element as z.ZodType, `${name}[]`)
    return inner.map((field) => (field === `${name}[]` ? name : field))
  }
  if (!(schema instanceof z.ZodObject) || name === 'pending') return [name]
  const own = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, field]) => fieldsOf(field, name === '' ? key : `${name}.${key}`))
  return isNullable ? [name, ...own] : own
}

describe('the contract of an export', () => {
  it.each(Object.keys(schemas) as Kind[])('names every field of %s', (kind) => {
    expect(rowsUnder(`\`${kind}.jsonl\``).map(([field]) => field).sort()).toEqual(fieldsOf(schemas[kind]).sort())
  })

  it.each(['stories', 'pages'] as const)('marks what the pending form of %s holds', (kind) => {
    const { shape } = schemas[kind].shape.pending.unwrap()
    const marked = rowsUnder(`\`${kind}.jsonl\``).filter(([, , , pending]) => pending === 'yes').map(([field]) => field!.split(/[.[]/)[0])
    expect(new Set(marked)).toEqual(new Set(Object.keys(shape)))
  })

  it('names every field of the manifest', () => {
    expect(rowsUnder('`manifest.json`').map(([field]) => field).sort()).toEqual(fieldsOf(manifestSchema).sort())
  })

  it('names every field of every block', () => {
    const rows = rowsUnder('Blocks').map(([type, field]) => `${type} ${field}`).sort()
    const unlazied = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodLazy ? (schema.unwrap() as z.ZodType) : schema)
    const written = Object.entries(blockSchemas).flatMap(([type, schema]) => fieldsOf(unlazied(schema)).filter((field) => field !== 'type').map((field) => `${type} ${field}`))
    const ofParts = [parts.inline, parts.picture].flatMap((schema, i) => Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, field]) => fieldsOf(field, key)).map((field) => `${['inline', 'picture'][i]} ${field}`))
    expect(rows).toEqual([...written, ...ofParts].sort())
    expect(contract).toContain('`divider`')
  })

  it('the checker sees a field that is not named', () => {
    expect(fieldsOf(z.strictObject({ a: z.string(), b: z.strictObject({ c: z.array(z.strictObject({ d: z.string() })) }).nullable() }))).toEqual(['a', 'b', 'b.c[].d'])
  })
})
