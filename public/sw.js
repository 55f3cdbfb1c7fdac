// Answers one thing only: a page that was asked for without a network. It keeps that one page and no news, so that
// nobody is ever shown yesterday's story as today's.
const CACHE = 'offline-1'
const PAGE = '/offline'
const OTHERS = /^\/(admin|api|preview)(\/|$)/

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(keepPage())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(begin())
})

self.addEventListener('fetch', (event) => {
  const { mode, method, url } = event.request
  if (mode !== 'navigate' || method !== 'GET' || OTHERS.test(new URL(url).pathname)) return
  event.respondWith(fromNetwork(event).catch(answerOffline))
})

async function keepPage() {
  const cache = await caches.open(CACHE)
  await cache.add(new Request(PAGE, { cache: 'reload', credentials: 'omit' }))
}

async function begin() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name)
  // The browser asks for the page while this script wakes: nobody waits for it.
  await self.registration.navigationPreload?.enable()
}

async function fromNetwork(event) {
  return (await event.preloadResponse) ?? fetch(event.request)
}

/** The page under the address that was asked for, as an error that can be tried again. */
async function answerOffline(error) {
  const page = await caches.match(PAGE)
  if (page === undefined) throw error
  return new Response(page.body, { status: 503, statusText: 'Offline', headers: page.headers })
}
