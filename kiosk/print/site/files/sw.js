// Keeps the pages for when there is no network. A page is fetched anew whenever there is one: facts end.
const KEPT = "guides-@VERSION@", SHELL = @SHELL@, REST = @REST@, WAIT_MS = 4000;
const at = (path) => new URL(path, registration.scope).href;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(SHELL.map(at))).then(() => skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("guides-") && name !== KEPT) await caches.delete(name);
    await clients.claim();
  })());
});
self.addEventListener("message", (event) => {
  const { here, lang, rest } = event.data;
  event.waitUntil(keep(here).then(() => rest && keep(REST.filter((path) => wanted(path, lang)).map(at))));
});
const wanted = (path, lang) =>
  path.startsWith("assets/") ? !/asked-/.test(path) || path.includes("asked-" + lang) : /(^|\/)(en|fr)\/$/.test(path) ? path.endsWith(lang + "/") : lang === "vi";

async function keep(links) {
  const kept = await caches.open(KEPT), ours = links.filter((link) => link.startsWith(registration.scope));
  const one = async (link) => {
    try { if (!(await kept.match(link))) await kept.add(link); } catch { /* the next visit tries again */ }
  };
  for (let at = 0; at < ours.length; at += 6) await Promise.all(ours.slice(at, at + 6).map(one));
}
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : part(request));
});
async function page(request) {
  const kept = await caches.open(KEPT), link = request.url.split("#")[0];
  const old = await kept.match(link, { ignoreSearch: true });
  try {
    const fresh = await Promise.race([fetch(request), new Promise((_, late) => { if (old) setTimeout(late, WAIT_MS); })]);
    if (fresh.ok && !fresh.redirected) kept.put(link.split("?")[0], fresh.clone());
    return fresh;
  } catch {
    return old || Response.redirect(at("khong-mang/"));
  }
}
async function part(request) {
  const kept = await caches.open(KEPT);
  const old = await kept.match(request);
  if (old) return old;
  const fresh = await fetch(request);
  if (fresh.ok && fresh.status === 200) kept.put(request, fresh.clone());
  return fresh;
}
