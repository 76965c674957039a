"""How long somebody reads and clicks on a way: counted, not timed."""

from playwright.sync_api import Page

WORDS_A_MINUTE = 238  # silent reading by adults: Brysbaert (2019), Journal of Memory and Language 109
SECONDS_AN_ACT = 2  # one click or one tick; a guess on the slow side
LINES = """() => {
  const main = document.querySelector('main').cloneNode(true);
  const unseen = 'option:not([selected]), script, .visually-hidden, [hidden], '
    + 'details:not([open]) > :not(summary)';
  main.querySelectorAll(unseen).forEach(part => part.remove());
  const said = node => [...node.childNodes].map(
    part => part.nodeType === Node.TEXT_NODE ? part.textContent : ' ' + said(part) + '\\n').join('');
  return said(main).split('\\n').map(line => line.trim().replace(/\\s+/g, ' ')).filter(Boolean);
}"""


class Reader:
    """Reads each line once: what stood on an earlier page, or at an earlier question, is recognised."""

    def __init__(self, page: Page) -> None:
        self.page, self.acts, self.words_in_full = page, 0, 0
        self._lines: set[str] = set()

    def reads(self, *, acts: int) -> None:
        """Reads the page, then does so many acts on it."""
        lines = self.page.evaluate(LINES)
        self._lines |= set(lines)
        self.words_in_full += sum(len(line.split()) for line in lines)
        self.acts += acts

    @property
    def words(self) -> int:
        """The words of every different line."""
        return sum(len(line.split()) for line in self._lines)

    @property
    def seconds(self) -> float:
        """Reading and clicking together."""
        return self.words * 60 / WORDS_A_MINUTE + self.acts * SECONDS_AN_ACT
