"""Pages without the indentation of their templates: nothing that is read or run may change."""

from __future__ import annotations

import pytest

from guide.site.page_space import without_indentation
from site_build import Site


@pytest.mark.parametrize(("page", "sent"), [
    ("<p>\n    a\n\n   </p>", "<p>\na\n</p>"),
    ("<b>a</b>  \n\t <i>b</i>", "<b>a</b>\n<i>b</i>"),
    ("<p>a\r\n\r\n b</p>", "<p>a\nb</p>"),
])  # fmt: skip
def test_breaks_of_lines_become_one(page: str, sent: str) -> None:
    assert without_indentation(page) == sent


@pytest.mark.parametrize("page", [
    "<b>a</b> <i>b</i>", "<b>a</b><i>b</i>", "<p>a  b</p>", "<p>a\u00a0\n\u00a0b</p>",
    "<pre>\n\n  a\n    b\n</pre>", '<script type="module">\n\n  a()\n</script >', "<TEXTAREA>\n\n a</textarea>",
    "<style>\n  p {\n\n}</style>", "<pre><code>a\n\n\n  b</code>\n\n</pre>",
])  # fmt: skip
def test_what_is_read_as_it_stands_stays(page: str) -> None:
    assert without_indentation(page) == page


def test_what_stands_behind_a_listing_is_no_part_of_it() -> None:
    assert without_indentation("<pre>\n\n</pre>\n\n  <prefix>\n\n  <p>\n</p>") == "<pre>\n\n</pre>\n<prefix>\n<p>\n</p>"


def test_every_page_is_sent_without_indentation(site: Site) -> None:
    texts = [site.file(address).read_text("utf-8") for address in site.pages]
    assert len(texts) > 20
    assert [text for text in texts if without_indentation(text) != text] == []
