"""Somebody at a browser: what he does, and what every page he sees is held to."""

import os
import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Locator, Page, expect

NARROW = 360  # pixels: the smallest telephone
DOCS = Path(__file__).parents[2] / "docs" / "images"
MOST_STOPS = 3  # pages that lead on by themselves
MOST_TABS = 60  # to what is reached by Tab at all
axe = Axe()


class Visitor:
    """A person with a browser. After each step the page is whole: no axe violation, no error, no sideways scroll."""

    def __init__(self, page: Page, address: str, *, pictures: Path, copy: Page | None = None) -> None:
        self.page = page
        self.address = address
        self.pictures = pictures
        self.copy = copy
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        """Keeps what the browser complains of (a breach of the policy too); a refusal of ours is no complaint."""
        ours = re.search(r"status of (4\d\d|502)", message.text)
        if message.type in ("error", "warning") and not ours:
            self.complaints.append(message.text)

    def goes_to(self, path: str) -> None:
        """Types an address."""
        self.page.goto(f"{self.address}{path}")
        self.looks()

    def clicks(self, name: str) -> None:
        """Follows a link or presses a button by its words."""
        self.thing(name).click()
        self.looks()

    def tabs_to(self, wanted: Locator) -> None:
        """Goes there with Tab, from the top of what the page says."""
        self.page.locator("main").evaluate("element => { element.tabIndex = -1; element.focus() }")
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"{wanted} is not reached by Tab.")

    def presses(self, name: str) -> None:
        """Goes with Tab to the link or button with these words, and presses Enter."""
        self.tabs_to(self.thing(name))
        self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()
        self.looks()

    def opens(self, words: str) -> None:
        """Unfolds what stands under these words."""
        self.page.locator("summary", has_text=words).click()
        self.looks()

    def thing(self, name: str) -> Locator:
        """The first link or button with these words."""
        page = self.page
        return page.get_by_role("link", name=name).or_(page.get_by_role("button", name=name)).first

    def field(self, label: str) -> Locator:
        """The field whose label begins with these words."""
        return self.page.get_by_label(re.compile(f"^{re.escape(label)}"))

    def types(self, answers: dict[str, str]) -> None:
        """Fills fields, each named by the start of its label."""
        for label, answer in answers.items():
            self.field(label).fill(answer)

    def chooses(self, answer: str) -> None:
        """Picks one of several answers."""
        self.page.get_by_role("radio", name=answer).check()

    def ticks(self, box: str) -> None:
        """Ticks a box."""
        self.page.get_by_role("checkbox", name=box).check()

    def answers(self, question: str, answer: str) -> None:
        """Picks an answer to one of several questions."""
        asked = self.page.get_by_role("group", name=re.compile(re.escape(question)))
        asked.get_by_role("radio", name=answer, exact=True).check()

    def sees(self, *texts: str) -> None:
        """Reads these texts on the page."""
        for text in texts:
            expect(self.page.locator("main, .messages").get_by_text(text).first).to_be_visible()

    def does_not_see(self, text: str) -> None:
        """Finds this text nowhere on the page."""
        expect(self.page.get_by_text(text)).to_have_count(0)

    def looks(self) -> None:
        """Holds the page to what every page must be; when a script of the page leads on meanwhile, the next page."""
        for _ in range(MOST_STOPS):
            try:
                return self._looks_once()
            except Error as error:
                if "navigation" not in str(error):
                    raise
        return self._looks_once()

    def _looks_once(self) -> None:
        self.page.wait_for_load_state()
        assert not self.complaints, f"{self.page.url}: {self.complaints}"
        found = axe.run(self.page if self.copy is None else self._copied())
        assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"
        self._looks_on_a_phone()

    def _copied(self) -> Page:
        """The same page where JavaScript is on, without its scripts: axe itself is JavaScript."""
        assert self.copy
        if not self.copy.url.startswith(self.address):  # so that it may load what the page shows
            self.copy.goto(f"{self.address}/inloggen/geen-toegang/")
        self.copy.set_content(re.sub(r"<script\b[^>]*\bsrc=.*?</script>", "", self.page.content()))
        assert self.copy.title() == self.page.title()
        return self.copy

    def _looks_on_a_phone(self) -> None:
        size = self.page.viewport_size
        assert size
        if size["width"] != NARROW:
            self.page.set_viewport_size({"width": NARROW, "height": size["height"]})
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= NARROW, f"{self.page.url} scrolls sideways: {width} px on a phone of {NARROW}"
        if size["width"] != NARROW:
            self.page.set_viewport_size(size)

    def shows(self, name: str) -> None:
        """Keeps a picture for who wants to look: beside the other files of the test."""
        self.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)

    def pictures_for_docs(self, name: str) -> None:
        """Renews a picture in docs/images, when asked to (REGIE_PICTURES=1)."""
        if os.environ.get("REGIE_PICTURES") == "1":
            DOCS.mkdir(parents=True, exist_ok=True)
            top = {"x": 0, "y": 0, "width": 1280, "height": 1240}
            self.page.screenshot(path=DOCS / f"{name}.png", full_page=True, clip=top)
