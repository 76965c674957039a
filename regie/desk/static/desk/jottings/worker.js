// Answers for one page and its own files when there is no network; every other address goes on as if this were not here.
// Which page, which files and which version, stands in `self.shell`, from the address that loads this file.
const BEGINS = "regie-log-";
const { version, page, files } = self.shell;
const NAME = BEGINS + version;

const take = async () => {
  const kept = await caches.open(NAME);
  // The page as everybody gets it: without a cookie, so that nothing of anyone is in it.
  await kept.addAll([page, ...files].map((url) => new Request(url, { cache: "reload", credentials: "omit" })));
  await self.skipWaiting();
};

const clear = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(BEGINS) && name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
};

const answer = async (request, path) => {
  const kept = await (await caches.open(NAME)).match(path, { ignoreVary: true });
  return kept ?? fetch(request);
};

self.addEventListener("install", (event) => event.waitUntil(take()));
self.addEventListener("activate", (event) => event.waitUntil(clear()));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const mine = event.request.mode === "navigate" ? pathname === page : files.includes(pathname);
  if (event.request.method === "GET" && origin === self.location.origin && mine) {
    event.respondWith(answer(event.request, pathname));
  }
});
