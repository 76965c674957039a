"""A template draws an icon; nobody reads its code."""

import re
from pathlib import Path

from django.template import Context, Template


def test_an_icon_is_drawn_and_not_told():
    drawn = Template('{% load ui %}<p>{% icon "menu-2" %}</p>').render(Context())
    assert drawn.startswith('<p><svg class="icon" aria-hidden="true"')
    assert drawn.endswith('#menu-2"></use></svg></p>')


def test_every_icon_that_a_template_names_can_be_drawn():
    sprite = Path("regie/ui/static/ui/icons.svg").read_text()
    drawn = set(re.findall(r'<symbol[^>]* id="([^"]+)"|id="([^"]+)"', sprite))
    known = {name for names in drawn for name in names if name}
    named = {
        (name, str(path))
        for path in Path("regie").rglob("*.html")
        for names in re.findall(r'icon="([a-z0-9-]+)"|{% icon "([a-z0-9-]+)"', path.read_text())
        for name in names
        if name
    }
    assert len(named) > 20
    assert not {one for one in named if one[0] not in known}
