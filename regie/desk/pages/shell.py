"""The one page that opens on a telephone without a network: the same for everybody, with nothing of anyone in it."""

import hashlib
from dataclasses import dataclass

from django.templatetags.static import static
from django.urls import reverse

from regie.privacy.envelopes import newest_key

FOLDER = "desk/jottings"
MODULES = ("page.js", "queue.js", "say.js", "seal.js", "send.js")
STYLES = (
    *(
        f"vendor/{name}.css"
        for name in (
            "voorbeeld-design-tokens/theme",
            "component-library-css/components",
            "button-css/button",
            "skip-link-css/skip-link",
        )
    ),
    *(f"ui/{name}.css" for name in ("fonts", "tokens", "base", "frame", "forms", "components")),
)
FONTS = tuple(f"vendor/source-sans-3/source-sans-3-latin-{weight}-normal.woff2" for weight in (400, 600, 700))
ICONS = ((192, "any"), (512, "any"), (512, "maskable"))


@dataclass(frozen=True)
class Shell:
    """Where the page and its worker are, the key to which it seals, and the files that it is made of."""

    url: str
    worker_url: str
    send_url: str
    people_url: str
    today_url: str
    sign_in_url: str
    key_id: int
    key: str
    styles: tuple[str, ...]
    script: str
    modules: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """Everything that the page asks for, so that it asks no network."""
        others = ("ui/mark.svg", "vendor/hpke/core/hpke.js", *FONTS)
        return (*self.styles, *self.modules, *map(static, others))


def shell_page() -> Shell:
    """No query."""
    url = reverse("desk:shell")
    key_id, key = newest_key()
    return Shell(
        url=url,
        worker_url=reverse("desk:worker"),
        send_url=reverse("desk:jottings"),
        people_url=reverse("desk:people"),
        today_url=reverse("desk:today"),
        sign_in_url=f"{reverse('account_login')}?next={url}",
        key_id=key_id,
        key=key,
        styles=tuple(map(static, STYLES)),
        script=static(f"{FOLDER}/page.js"),
        modules=tuple(static(f"{FOLDER}/{name}") for name in MODULES),
    )


def version_of(page: str, shell: Shell) -> str:
    """The page as it is drawn and its files by their hash: whatever changes, the worker takes all of it anew."""
    return hashlib.sha256("\n".join([page, *shell.files]).encode()).hexdigest()[:16]


def manifest_of(shell: Shell) -> dict[str, object]:
    """What a telephone asks to put Regie on its home screen: it opens where one can always write."""
    return {
        "id": "/",
        "name": "Regie",
        "short_name": "Regie",
        "lang": "nl",
        "start_url": shell.url,
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0b474b",
        "icons": [
            {
                "src": static(f"ui/icon-{size}{'-whole' if purpose == 'maskable' else ''}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in ICONS
        ],
        "shortcuts": [{"name": "Vandaag", "url": shell.today_url}],
    }
