"""Pictures for link previews and home screens: there, of the right size, the same each time, and not kept offline."""

from __future__ import annotations

import struct
from pathlib import Path

from guide.model import Guide
from guide.site.app_manifest import ICON_SIZES, icon_uri
from guide.site.offline_cache import WORKER
from guide.site.share_pictures import FOLDER, HEIGHT, WIDTH, pictures, preview_uri
from site_build import Site


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_pictures_have_their_sizes_and_are_the_same_each_time(small_guide: Guide, tmp_path: Path) -> None:
    made, again = (
        {uri: read() for uri, read in pictures(small_guide, tmp_path / folder)} for folder in ("one", "another")
    )
    previews = [_size(made[preview_uri(exercise)]) for exercise in small_guide.exercises]
    assert previews == [(WIDTH, HEIGHT)] * len(small_guide.exercises)
    assert [_size(made[icon_uri(size)]) for size in ICON_SIZES] == [(size, size) for size in ICON_SIZES]
    assert again == made


def test_every_exercise_page_names_its_preview(site: Site, real_guide: Guide) -> None:
    for exercise in real_guide.exercises:
        page = site.file(f"exercises/{exercise}/").read_text("utf-8")
        assert f'<meta property="og:image" content="{site.url}{preview_uri(exercise)}">' in page
        assert (site.folder / preview_uri(exercise)).is_file()
    assert "og:image" not in site.file("evidence/").read_text("utf-8")


def test_previews_are_not_kept_offline(site: Site) -> None:
    worker = (site.folder / WORKER).read_text("utf-8")
    assert icon_uri(192) in worker
    assert FOLDER not in worker
