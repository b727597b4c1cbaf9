/**
 * The service worker: opens the app without a network. It caches the pages' files, and the last page of each gathering
 * as it was served.
 */
const PARTS = 'cerchi-parts';
const PAGES = 'cerchi-pages';
/** A network that does not answer counts as none. */
const PATIENCE = 4000;

const isPart = (path) => /^\/(_next\/static|fonts|foto)\/|^\/icon/.test(path);
/** The phone's screens and the written record; never a form, never the office. */
const isPage = (path) => /^\/i\/[^/]+(\/(?!entra$).*)?$|^\/atti\/[^/]+$/.test(path);

/** The book of a day, in any format: anybody who had it once can open it again without a network. */
const isBook = (path) => /^\/api\/book\/[^/]+\/[a-z]+$/.test(path);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (isPart(url.pathname)) event.respondWith(part(request));
  else if (isBook(url.pathname)) event.respondWith(book(request));
  else if (request.mode === 'navigate' && isPage(url.pathname))
    event.respondWith(page(request, url.pathname));
});

/** Their names change with their content, so cached files are never stale. */
async function part(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(PARTS)).put(request, fresh.clone());
  return fresh;
}

/** Network first; the cached one where the network does not answer. */
async function book(request) {
  const pages = await caches.open(PAGES);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await pages.put(request.url, fresh.clone());
    return fresh;
  } catch (noNetwork) {
    const kept = await pages.match(request.url);
    if (kept) return kept;
    throw noNetwork;
  }
}

async function page(request, path) {
  const pages = await caches.open(PAGES);
  const kept = async () => (await pages.match(path)) ?? (await pages.match(homeOf(path)));
  const fresh = fetch(request).then(async (response) => {
    await keep(pages, path, response.clone());
    return response;
  });
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(kept);
  try {
    return (await Promise.race([fresh, late])) ?? (await fresh);
  } catch (noNetwork) {
    const before = await kept();
    if (before) return before;
    throw noNetwork;
  }
}

/** Any screen of the phone can be drawn from its first one. */
const homeOf = (path) => path.split('/').slice(0, 3).join('/');

/** A page that now redirects elsewhere was somebody else's: it is deleted. */
async function keep(pages, path, response) {
  if (response.ok && !response.redirected && response.type !== 'opaqueredirect') {
    // Its parts first: a page that is kept opens whole, also when the server falls in the middle of this.
    await keepParts(await response.clone().text());
    await pages.put(path, response);
  } else if (response.redirected || response.type === 'opaqueredirect') {
    for (const request of await pages.keys())
      if (new URL(request.url).pathname.startsWith(homeOf(path))) await pages.delete(request);
  }
}

async function keepParts(html) {
  const parts = await caches.open(PARTS);
  const named = new Set(html.match(/\/(?:_next\/static|fonts)\/[\w./~%()[\]-]+\.(?:js|css|woff2)/g) ?? []);
  await Promise.all([...named].map((path) => fetchPart(parts, path)));
}

const fetchPart = async (parts, path) => {
  if (!(await parts.match(path))) await parts.add(path).catch(() => {});
};

/** A page that has just been opened lists its files, and the pages to fetch for later. */
self.addEventListener('message', (event) => {
  const { parts: named = [], pages: wanted = [] } = event.data ?? {};
  event.waitUntil(
    (async () => {
      const parts = await caches.open(PARTS);
      await Promise.all(named.filter(isPart).map((path) => fetchPart(parts, path)));
      const pages = await caches.open(PAGES);
      for (const path of wanted.filter(isPage))
        await fetch(path)
          .then((response) => keep(pages, path, response))
          .catch(() => {});
    })(),
  );
});
