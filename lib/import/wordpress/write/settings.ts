import type { Payload } from 'payload'
import { inBulk } from '@/lib/cms/bulk'
import { sqlOf } from '@/lib/cms/sql'
import { hashOf, readLedger, writeLedger } from '../../ledger'
import type { Noted } from '../noted'
import type { Labels } from '../plan/labels'
import type { Planned } from '../plan/posts'
import { placeOf } from '../plan/posts'
import { prettyPath } from '../plan/permalinks'
import { fit, plainOf } from '../plan/text'
import type { Staging } from '../staging'
import type { WxrChannel, WxrItem } from '../types'
import { lastMeta } from '../wxr/meta'

interface Link {
  label: string
  path: string
}

/** A newsroom that has not been named yet takes the old site's name, motto and language. */
export async function takeOverName(payload: Payload, channel: WxrChannel, timeZone: string | null): Promise<void> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const data: Record<string, string> = {}
  if (timeZone !== null) data.timeZone = timeZone
  if (settings.name === 'Dateline' && channel.title !== '') {
    data.name = fit(plainOf(channel.title), 60).text
    data.tagline = fit(plainOf(channel.description), 120).text
    const language = channel.language?.replace('_', '-') ?? ''
    if (/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language)) {
      data.language = language.slice(0, language.includes('-') ? language.indexOf('-') : undefined).toLowerCase()
      data.locale = language
    }
  }
  if (Object.keys(data).length > 0) await payload.updateGlobal({ slug: 'settings', data, depth: 0 })
}

/** Menus become the navigation and the links of the footer, unless somebody has set those here. */
export async function takeOverMenus(payload: Payload, source: string, staging: Staging, labels: Labels, isOwn: (url: string) => boolean, note: Noted): Promise<void> {
  const menus = readMenus(staging, labels, isOwn, note)
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const ledger = await readLedger(sqlOf(payload), source, 'menu')
  const data: Record<string, Link[]> = {}
  const hashes: { key: string; hash: string }[] = []
  for (const [field, name] of [['navigation', pick(menus, /main|primary|header|top|nav/i)], ['footerLinks', pick(menus, /foot|bottom/i)]] as const) {
    const links = name === null ? [] : menus.get(name)!
    const here = (settings[field] ?? []).map(({ label, path }) => ({ label, path }))
    const hash = hashOf({ links })
    if (links.length === 0 || hashOf({ links: here }) === hash) continue
    if (here.length > 0 && hashOf({ links: here }) !== ledger.get(field)?.hash) {
      note({ kind: 'menu', key: name!, title: name! }, { kind: 'doubtful', code: 'menu-kept', message: 'The links that stand here were set by hand; the old site’s menu was not taken.', detail: links.map((link) => `${link.label} ${link.path}`).join('\n') })
      continue
    }
    data[field] = links
    hashes.push({ key: field, hash })
  }
  for (const [name, links] of menus) {
    if (!Object.values(data).includes(links)) note({ kind: 'menu', key: name, title: name }, { kind: 'dropped', code: 'menu-without-place', message: 'A menu has no place here beyond navigation and footer.', detail: links.map((link) => `${link.label} ${link.path}`).join('\n') })
  }
  if (hashes.length === 0) return
  await payload.updateGlobal({ slug: 'settings', data, depth: 0 })
  await inBulk(payload, (bulk) => writeLedger(bulk.sql, source, hashes.map(({ key, hash }) => ({ kind: 'menu', key, collection: 'settings', targetId: 0, hash, state: 'written' as const }))))
}

const pick = (menus: ReadonlyMap<string, Link[]>, name: RegExp) => [...menus.keys()].find((menu) => name.test(menu)) ?? (name.test('main') ? ([...menus].sort((a, b) => b[1].length - a[1].length).find(([menu]) => !/foot|bottom|social/i.test(menu))?.[0] ?? null) : null)

function readMenus(staging: Staging, labels: Labels, isOwn: (url: string) => boolean, note: Noted): Map<string, Link[]> {
  const menus = new Map<string, { order: number; link: Link }[]>()
  for (const item of staging.items('nav_menu_item')) {
    const menu = item.terms.find((term) => term.taxonomy === 'nav_menu')
    if (menu === undefined || item.status !== 'publish') continue
    const link = linkOf(item, staging, labels, isOwn)
    const name = menu.name || menu.slug
    if (link === null) note({ kind: 'menu', key: String(item.id), title: plainOf(item.title) || name }, { kind: 'dropped', code: 'menu-link', message: 'A link of a menu leads to something that did not move in.', detail: `${name}: ${lastMeta(item, '_menu_item_url') || item.title}` })
    else if (Number(lastMeta(item, '_menu_item_menu_item_parent')) > 0) note({ kind: 'menu', key: String(item.id), title: link.label }, { kind: 'changed', code: 'submenu', message: 'A link stood below another in its menu; navigation here has one level.', detail: `${name}: ${link.path}` })
    else menus.set(name, [...(menus.get(name) ?? []), { order: item.menuOrder, link }])
  }
  return new Map([...menus].map(([name, links]) => [name, links.sort((a, b) => a.order - b.order).map(({ link }) => link)]))
}

function linkOf(item: WxrItem, staging: Staging, labels: Labels, isOwn: (url: string) => boolean): Link | null {
  const type = lastMeta(item, '_menu_item_type')
  const object = lastMeta(item, '_menu_item_object')
  const id = Number(lastMeta(item, '_menu_item_object_id'))
  const titled = (name: string, path: string | null): Link | null => path === null ? null : { label: fit(plainOf(item.title) || name, 40).text, path }
  if (type === 'post_type') {
    const row = staging.get<{ json: string }>('SELECT json FROM planned WHERE id = ?', id)
    const planned = row && (JSON.parse(row.json) as Planned)
    return planned && titled(planned.title, planned.path)
  }
  if (type === 'taxonomy') {
    const term = staging.terms(object ?? '').find((one) => one.id === id)
    if (term === undefined) return null
    return titled(plainOf(term.name), object === 'category' ? (labels.sections.get(term.slug)?.path ?? null) : object === 'post_tag' && labels.topics.has(term.slug) ? `/topic/${term.slug}` : null)
  }
  const url = lastMeta(item, '_menu_item_url') ?? ''
  if (isOwn(url)) {
    const path = prettyPath(url) ?? '/'
    return titled(path, path === '/' || placeOf(staging, path) !== null ? path : null)
  }
  return /^https:\/\//.test(url) ? titled(url, url) : null
}

/** Sticky posts are pinned on the home page, unless somebody has pinned stories here. */
export async function pinSticky(payload: Payload, staging: Staging, note: Noted): Promise<number> {
  const rows = staging.all<{ target: number; json: string }>("SELECT p.target, p.json FROM planned p JOIN items i ON i.id = p.id WHERE p.collection = 'stories' AND json_extract(i.json, '$.sticky') = 1 ORDER BY p.at DESC")
  const live = rows.filter((row) => (JSON.parse(row.json) as Planned).state === 'published')
  if (live.length === 0) return 0
  const { docs } = await payload.find({ collection: 'fronts', where: { section: { exists: false } }, limit: 1, pagination: false, depth: 0 })
  const front = docs[0]
  const pins = live.slice(0, 6).map(({ target }) => ({ story: target }))
  const pinned = (front?.pins ?? []).map((pin) => Number(pin.story))
  if (pinned.length > 0) {
    if (pins.some(({ story }) => !pinned.includes(story))) note({ kind: 'front', key: 'home', title: 'Home' }, { kind: 'doubtful', code: 'pins-kept', message: 'Stories are pinned on the home page already; the old site’s sticky posts were not.' })
    return 0
  }
  for (const { target, json } of live.slice(6)) note({ kind: 'post', key: String((JSON.parse(json) as Planned).id), title: (JSON.parse(json) as Planned).title, collection: 'stories', targetId: target }, { kind: 'dropped', code: 'sticky', message: 'It was sticky; six stories can be pinned, and it is older than those.' })
  if (front === undefined) await payload.create({ collection: 'fronts', data: { title: 'Home', pins }, depth: 0 })
  else await payload.update({ collection: 'fronts', id: front.id, data: { pins }, depth: 0 })
  return pins.length
}
