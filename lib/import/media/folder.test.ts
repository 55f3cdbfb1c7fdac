import { mkdtempSync } from 'node:fs'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderSource } from './folder'
import { openSource } from './open-source'

let base: string
let target: string

beforeEach(() => {
  base = mkdtempSync(path.join(os.tmpdir(), 'dateline-folder-'))
  target = path.join(base, 'target')
})
afterEach(() => rm(base, { recursive: true }))

async function put(place: string, text = place): Promise<void> {
  const file = path.join(base, place)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** The text of the file that is found; else why none was. */
async function find(folder: string, key: string, url = `https://old.example/wp-content/uploads/${key}`): Promise<string> {
  const source = await folderSource(path.join(base, folder))
  const failure = await source.get({ key, url, mediaId: 1, name: path.basename(key) }, target, { maxBytes: 100, signal: new AbortController().signal })
  return failure === null ? readFile(target, 'utf8') : failure.code
}

describe('an uploads folder', () => {
  it.each(['site', 'site/wp-content', 'site/wp-content/uploads', '.'])('is found from %s', async (folder) => {
    await put('site/wp-content/plugins/2019/readme.txt')
    await put('site/wp-content/uploads/2019/05/x.jpg')
    expect(await find(folder, '2019/05/x.jpg')).toBe('site/wp-content/uploads/2019/05/x.jpg')
  })

  it('may have no years', async () => {
    await put('site/wp-content/uploads/x.jpg')
    expect(await find('site', 'x.jpg')).toBe('site/wp-content/uploads/x.jpg')
    expect(await find('site/wp-content/uploads', 'x.jpg')).toBe('site/wp-content/uploads/x.jpg')
  })

  it('may be one of a network of sites', async () => {
    await put('uploads/sites/2/2019/05/x.jpg')
    await put('uploads/sites/3/2019/05/x.jpg')
    const url = 'https://old.example/wp-content/uploads/sites/3/2019/05/x.jpg'
    expect(await find('uploads', '2019/05/x.jpg', url)).toBe('uploads/sites/3/2019/05/x.jpg')
    expect(await find('uploads/sites/3', '2019/05/x.jpg', url)).toBe('uploads/sites/3/2019/05/x.jpg')
    expect(await find('uploads', '2019/05/x.jpg')).toBe('missing')
    await put('old/blogs.dir/2/files/2011/01/x.jpg')
    await expect(folderSource(path.join(base, 'old'))).rejects.toThrow('several sites')
  })

  it('has names as a copy left them', async () => {
    await put('uploads/2019/05/Cafe\u0301.JPG'.normalize('NFD'), 'accent')
    await put('uploads/2019/05/two%20boats.jpg', 'space')
    await put('uploads/2019/05/100%.jpg', 'percent')
    await put('uploads/2019/05/Same.jpg', 'capital')
    await put('uploads/2019/05/same.jpg', 'small')
    expect(await find('uploads', '2019/05/caf\u00e9.jpg')).toBe('accent')
    expect(await find('uploads', '2019/05/two boats.jpg')).toBe('space')
    expect(await find('uploads', '2019/05/100%.jpg')).toBe('percent')
    expect(await find('uploads', '2019/05/same.jpg')).toBe('small')
    expect(await find('uploads', '2019/05/Same.jpg')).toBe('capital')
  })

  it('gives the original when the size that is named is not there', async () => {
    await put('uploads/2019/05/x.jpg')
    expect(await find('uploads', '2019/05/x-scaled.jpg')).toBe('uploads/2019/05/x.jpg')
    expect(await find('uploads', '2019/05/y.jpg')).toBe('missing')
    expect(await find('uploads', 'https://images.example/x.jpg', 'https://images.example/x.jpg')).toBe('elsewhere')
  })

  it('is never left', async () => {
    await put('secret.jpg')
    await put('uploads/2019/05/x.jpg')
    await symlink(path.join(base, 'secret.jpg'), path.join(base, 'uploads/2019/05/out.jpg'))
    await symlink(base, path.join(base, 'uploads/2019/06'))
    await symlink(path.join(base, 'uploads/2019/05/x.jpg'), path.join(base, 'uploads/2019/05/in.jpg'))
    await symlink(path.join(base, 'nowhere.jpg'), path.join(base, 'uploads/2019/05/broken.jpg'))
    await mkdir(path.join(base, 'uploads/2019/05/folder.jpg'))
    expect(await find('uploads', '2019/05/out.jpg')).toBe('outside')
    expect(await find('uploads', '2019/06/secret.jpg')).toBe('outside')
    expect(await find('uploads', '../secret.jpg', '')).toBe('missing')
    expect(await find('uploads', '2019/../../secret.jpg', '')).toBe('missing')
    expect(await find('uploads', '2019/05/in.jpg')).toBe('uploads/2019/05/x.jpg')
    expect(await find('uploads', '2019/05/broken.jpg')).toBe('missing')
    expect(await find('uploads', '2019/05/folder.jpg')).toBe('no-file')
  })

  it('gives nothing larger than allowed', async () => {
    await put('uploads/2019/05/x.jpg', 'x'.repeat(101))
    expect(await find('uploads', '2019/05/x.jpg')).toBe('too-large')
  })

  it('must be there, and hold something', async () => {
    await put('file')
    await mkdir(path.join(base, 'empty'))
    await expect(openSource(path.join(base, 'nowhere'))).rejects.toThrow('There is no folder')
    await expect(openSource(path.join(base, 'file'))).rejects.toThrow('There is no folder')
    await expect(openSource(path.join(base, 'empty'))).rejects.toThrow('No files were found')
    expect((await openSource('https://old.example')).name).toBe('https://old.example/')
  })
})
