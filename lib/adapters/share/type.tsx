import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'

/** The light scheme of the site (app/(site)/site.css). */
const INK = '#191613'
const PAPER = '#fbf8f3'
const ACCENT = '#9e2b1b'
const SOFT = '#645b51'

const fontFile = () => path.resolve(/* turbopackIgnore: true */ process.cwd(), 'assets/fonts/share.ttf')
let font: Promise<ArrayBuffer> | undefined

async function draw(element: React.ReactElement, width: number, height: number): Promise<Buffer> {
  font ??= readFile(fontFile()).then((file) => file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer)
  const answer = new ImageResponse(element, { width, height, fonts: [{ name: 'Newsreader', data: await font, weight: 600, style: 'normal' }] })
  return Buffer.from(await answer.arrayBuffer())
}

const LETTERS = /[^\u0020-\u007e\u00a0-\u00ffĀāĒēĪīŌōŪūŞşĞğİıŚśŻżŁłČčŠšŽžŒœ–—‘’‚“”„…•·→←−×€™]/gu

/**
 * The text in the letters that the font has. For others the drawing library would fetch a font from a stranger, so
 * they are left out; null when that is more than a tenth of it, and the words would no longer be the newsroom's.
 */
export function drawable(text: string): string | null {
  const known = text.normalize('NFC').replace(/\p{Extended_Pictographic}\ufe0f?/gu, '').replace(/\s+/g, ' ').trim()
  const drawn = known.replace(LETTERS, '')
  return drawn.length >= known.length * 0.9 && drawn.trim() !== '' ? drawn : null
}

/** A headline that is too long even at the smallest size ends in dots, after a whole word. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most).replace(/\s+\S*$/, '')}…`
}

/** The newsroom's name on a strip of paper, for the foot of a picture. */
export function drawStrip(name: string, label: string, width: number, height: number): Promise<Buffer> {
  return draw(
    <div style={{ width, height, display: 'flex', alignItems: 'center', justifyContent: 'space-between', background: PAPER, borderTop: `6px solid ${ACCENT}`, padding: '0 44px', fontFamily: 'Newsreader', color: INK }}>
      <div style={{ display: 'flex', fontSize: 42, letterSpacing: -0.5 }}>{drawable(name) ?? ''}</div>
      <div style={{ display: 'flex', fontSize: 27, color: SOFT }}>{drawable(label) ?? ''}</div>
    </div>,
    width,
    height,
  )
}

/** A card for a headline in letters that the font does not have: the newsroom's name, as its masthead. */
function drawName({ name, label }: { name: string; label: string }, width: number, height: number): Promise<Buffer> {
  const text = drawable(name) ?? ''
  return draw(
    <div style={{ width, height, display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', background: PAPER, borderTop: `14px solid ${ACCENT}`, fontFamily: 'Newsreader', color: INK }}>
      <div style={{ display: 'flex', justifyContent: 'center', width: width * 0.88, borderTop: `2px solid ${INK}`, borderBottom: `6px solid ${INK}`, padding: '36px 0 46px', fontSize: Math.round(width * (text.length <= 18 ? 0.1 : 0.06)), lineHeight: 1.1, letterSpacing: -1 }}>{text}</div>
      <div style={{ display: 'flex', marginTop: 28, fontSize: 34, color: ACCENT }}>{drawable(label) ?? ''}</div>
    </div>,
    width,
    height,
  )
}

/** A card of words alone: what the story is called, where it belongs, and whose it is. */
export function drawCard({ name, label, headline }: { name: string; label: string; headline: string }, width: number, height: number): Promise<Buffer> {
  const words = drawable(headline)
  if (words === null) return drawName({ name, label }, width, height)
  const text = shorten(words, 150)
  const margin = Math.round(width * 0.06)
  // Sizes by length, in parts of the width: a short headline may shout, a long one must fit in five lines.
  const size = Math.round(width * (text.length <= 20 ? 0.105 : text.length <= 45 ? 0.078 : text.length <= 80 ? 0.064 : text.length <= 115 ? 0.054 : 0.047))
  return draw(
    <div style={{ width, height, display: 'flex', flexDirection: 'column', justifyContent: 'space-between', background: PAPER, borderTop: `14px solid ${ACCENT}`, padding: margin, fontFamily: 'Newsreader', color: INK }}>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ display: 'flex', fontSize: 30, color: ACCENT, marginBottom: 22 }}>{drawable(label) ?? ''}</div>
        <div style={{ display: 'block', fontSize: size, lineHeight: 1.1, letterSpacing: -1, textWrap: 'balance', wordBreak: 'break-word', lineClamp: 5 }}>{text}</div>
      </div>
      <div style={{ display: 'flex', borderTop: `2px solid ${INK}`, paddingTop: 20, fontSize: 40 }}>{drawable(name) ?? ''}</div>
    </div>,
    width,
    height,
  )
}
