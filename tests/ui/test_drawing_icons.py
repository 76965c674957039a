"""A template draws an icon; nobody reads its code."""

from django.template import Context, Template


def test_an_icon_is_drawn_and_not_told():
    drawn = Template('{% load ui %}<p>{% icon "menu-2" %}</p>').render(Context())
    assert drawn.startswith('<p><svg class="icon" aria-hidden="true"')
    assert drawn.endswith('#menu-2"></use></svg></p>')
