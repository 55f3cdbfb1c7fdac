import { getSite } from '@/lib/data/site'
import { tags } from '@/lib/data/tags'
import type { Site } from '@/lib/model/site'
import { policyOf } from '@/lib/page-cache/policy.cjs'
import { respond } from '../respond'

export const dynamic = 'force-dynamic'

/**
 * What a reader sees who asks for a page without a network; their browser keeps it beforehand (public/sw.js). It
 * stands alone: no styles, fonts or scripts but its own, for nothing else could be fetched.
 */
export async function GET(request: Request): Promise<Response> {
  const body = offlinePage(await getSite())
  return respond(request, { body, type: 'text/html; charset=utf-8', headers: { 'X-Robots-Tag': 'noindex', 'Content-Security-Policy': policyOf(body) }, tags: [tags.site] })
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!)

/** The colours of app/(site)/site.css, and the reader's own choice of scheme. */
const STYLE = `
:root{color-scheme:light;--paper:#fbf8f3;--ink:#191613;--soft:#403932;--rule:#dad2c5;--accent:#9e2b1b}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--paper:#151311;--ink:#ece6dc;--soft:#cbc3b7;--rule:#3a352f;--accent:#f2a58f}}
:root[data-theme=dark]{color-scheme:dark;--paper:#151311;--ink:#ece6dc;--soft:#cbc3b7;--rule:#3a352f;--accent:#f2a58f}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:1.25rem/1.45 Newsreader,Georgia,'Times New Roman',serif;max-width:52rem;margin:auto;padding:1.25rem 1rem 3rem}
header{border-bottom:1px solid var(--ink);box-shadow:0 3px 0 var(--paper),0 4px 0 var(--ink);padding-bottom:.875rem;text-align:center;font-size:1.75rem;font-weight:600;letter-spacing:-.02em}
header a{color:inherit;text-decoration:none}
h1{font-size:clamp(2.25rem,1.35rem + 3.2vw,3.5rem);font-weight:500;line-height:1.04;letter-spacing:-.02em;text-wrap:balance;margin:3.5rem 0 1rem}
p{color:var(--soft);max-width:34em}
.retry{display:inline-block;margin-top:2rem;padding:.8125rem 1.25rem;background:var(--ink);color:var(--paper);font:600 1rem/1.2 system-ui,sans-serif;text-decoration:none}
.retry:hover{background:var(--accent);color:var(--paper)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}`

/** Its script is a help, not a need: the scheme that was chosen, and another try when the network is back. */
const SCRIPT = `try{var t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch(e){}
addEventListener('online',function(){location.reload()})`

function offlinePage({ name, language }: Site): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<title>No connection | ${escapeHtml(name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<script>${SCRIPT}</script>
<style>${STYLE}</style>
</head>
<body>
<header><a href="/">${escapeHtml(name)}</a></header>
<main>
<h1>There is no connection just now</h1>
<p>This page could not be fetched. It will be tried again by itself as soon as your device is back on a network. We keep no old copies of our stories, so that you never read yesterday’s news as today’s.</p>
<a class="retry" href="">Try again</a>
</main>
</body>
</html>
`
}
