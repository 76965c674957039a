"""A telephone with the page for writing without a network: what is done on it, and what lies on it."""

from django.conf import settings
from playwright.sync_api import Page, expect

from regie.accounts.models import User
from regie.contacts.models import Jotting
from tests.cast import sign_in
from tests.journeys.visitor import Visitor

PAGE = "/kladnotities/schrijven/"
KEPT = """async () => {
  const open = indexedDB.open("regie-jottings");
  const db = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
  const all = db.transaction("sealed").objectStore("sealed").getAll();
  const notes = await new Promise((resolve) => { all.onsuccess = () => resolve(all.result); });
  db.close();
  return notes;
}"""
CACHED = """async () => {
  const paths = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
  }
  return paths;
}"""
AT_WORK = """async (page) => {
  const worker = async () => (await navigator.serviceWorker.getRegistration(page))?.active;
  while ((await worker())?.state !== "activated") await new Promise((then) => { setTimeout(then, 50); });
}"""
STORED = "() => JSON.stringify([{...localStorage}, {...sessionStorage}])"


def ready(visitor: Visitor) -> Page:
    """She opened the page once with a network, as Vandaag does by itself; it works without one from now on."""
    visitor.goes_to(PAGE)
    visitor.page.evaluate("navigator.serviceWorker.ready.then((it) => it.active.state)")
    visitor.page.wait_for_function("navigator.serviceWorker.controller !== null")
    return visitor.page


def network(page: Page, *, there: bool) -> None:
    page.context.set_offline(not there)


def writes(page: Page, words: str, about: str = "Jayden") -> None:
    page.get_by_label("Wat wilt u onthouden?").fill(words)
    page.get_by_label("Over wie?").fill(about)
    page.get_by_role("radio", name="Bezoek in de PI").check()
    page.get_by_role("radio", name="We hadden contact").check()
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.get_by_label("Wat wilt u onthouden?")).to_have_value("")


def says(page: Page, words: str) -> None:
    """Soon: a browser that saw no network looks again after some seconds."""
    expect(page.get_by_text(words).first).to_be_visible(timeout=15_000)


def looks(visitor: Visitor) -> None:
    """The page is whole; that the browser missed its network is no complaint."""
    visitor.complaints[:] = [one for one in visitor.complaints if "ERR_INTERNET_DISCONNECTED" not in one]
    visitor.looks()


def words_kept() -> list[str]:
    return [one.words for one in Jotting.objects.order_by("pk")]


def comes_in(page: Page, user: User, address: str) -> None:
    """Somebody signs in on this device."""
    session = sign_in(user).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": address}])
