// Lighthouse's mobile profile on home, section and story, the median of three each.
//   node bench/lighthouse.mjs http://localhost:3000
// Lighthouse is large and needed here only: npm install --no-save lighthouse
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { findBrowser } from '../scripts/browser.mjs'

const [base = 'http://localhost:3000'] = process.argv.slice(2)
const PAGES = { home: '/', section: '/world', story: '/diplomacy/river-commission-agrees-shared-gauges' }
const RUNS = 3

const chrome = await launch({
  chromePath: findBrowser() || undefined,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const rows = []
try {
  for (const [name, path] of Object.entries(PAGES)) {
    await fetch(base + path)
    const runs = []
    for (let i = 0; i < RUNS; i++) {
      const { lhr } = await lighthouse(base + path, { port: chrome.port, output: 'json', logLevel: 'error' })
      runs.push(lhr)
    }
    const score = (category) => Math.round(median(runs.map((run) => run.categories[category].score)) * 100)
    const figure = (audit) => median(runs.map((run) => run.audits[audit].numericValue))
    rows.push(
      `| ${name} | ${['performance', 'accessibility', 'best-practices', 'seo'].map(score).join(' | ')} | ${(figure('largest-contentful-paint') / 1000).toFixed(2)} s | ${Math.round(figure('total-blocking-time'))} ms | ${figure('cumulative-layout-shift').toFixed(3)} | ${Math.round(figure('total-byte-weight') / 1024)} KB |`,
    )
    const failed = Object.values(runs[0].audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
    console.log(rows.at(-1), failed.map((audit) => audit.id).join(', '))
  }
} finally {
  await chrome.kill()
}
console.log(`${new Date().toISOString().slice(0, 10)}; the figures are kept in bench/page-weight.md.`)
