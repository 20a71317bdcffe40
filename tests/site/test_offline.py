"""What the service worker keeps, and what makes the site installable: as values, and in the built site."""

from __future__ import annotations

import json
import re
from xml.etree.ElementTree import fromstring

from guide.model import Guide
from guide.site.app_manifest import icon_svg
from guide.site.offline_cache import LARGEST, LIMIT, MOST, WORKER, content_hash, manifest, service_worker
from site_build import Site, files_in

FILES = {
    "index.html": b"home", "exercises/squat/index.html": b"squat", "exercises/index.html": b"all",
    "stylesheets/guide.css": b"a{}", "sheets/squat.pdf": b"%PDF", "sitemap.xml.gz": b"\x1f\x8b", WORKER: b"old",
}  # fmt: skip


def test_pages_and_what_they_load_are_kept_under_their_addresses() -> None:
    addresses = [address for address, _ in manifest(FILES)]
    assert addresses == ["stylesheets/guide.css", "", "exercises/", "exercises/squat/"]


def test_the_order_in_which_files_were_found_does_not_count() -> None:
    backwards = dict(reversed(FILES.items()))
    assert service_worker(backwards, "code") == service_worker(FILES, "code")


def test_a_changed_file_has_another_hash_and_no_other_has() -> None:
    before, after = dict(manifest(FILES)), dict(manifest({**FILES, "index.html": b"home again"}))
    assert [address for address in before if before[address] != after[address]] == [""]


def test_beyond_the_limit_entries_are_left_out_first() -> None:
    limit = sum(map(len, (b"home", b"all", b"a{}")))
    assert [address for address, _ in manifest(FILES, limit=limit)] == ["stylesheets/guide.css", "", "exercises/"]
    assert not list(manifest(FILES, limit=2))


def test_beyond_so_many_files_entries_are_left_out_first() -> None:
    assert [address for address, _ in manifest(FILES, most=3)] == ["stylesheets/guide.css", "", "exercises/"]


def test_routines_and_their_exercises_are_kept_before_others_and_a_huge_file_not_at_all() -> None:
    files = {
        "exercises/air-squat/index.html": b"a", "exercises/wall-sit/index.html": b"w",
        "images/figures/air-squat.svg": b"<svg/>", "log/index.html": b"log", "muscles/quads/index.html": b"q",
        "routines/evening/index.html": b'<a href="../../exercises/wall-sit/">',
        "search/search_index.json": b"0" * (LARGEST + 1),
    }  # fmt: skip
    first = ["log/", "images/figures/air-squat.svg", "routines/evening/", "exercises/wall-sit/"]
    assert [address for address, _ in manifest(files)] == [*first, "exercises/air-squat/", "muscles/quads/"]
    assert "search/search_index.json" in dict(manifest({**files, "search/search_index.json": b"0"}))


def test_every_page_is_kept_with_its_lists_and_whatever_moves_in_a_session(site: Site) -> None:
    files = files_in(site.folder)
    kept = _kept(files[WORKER].decode("utf-8"))
    assert kept.keys() >= {page.address for page in site.all}
    assert {file for file in files if re.search(r"\.(css|js|json|webmanifest)$", file)} - {WORKER} <= kept.keys()
    assert {file for file in files if re.fullmatch(r"images/figures/[^/]+\.svg", file)} <= kept.keys()
    routines = (content.decode() for file, content in files.items() if file.startswith("routines/"))
    moved = {name for page in routines for name in re.findall(r'"figure": ?"([a-z0-9/-]+)"', page)}
    assert moved
    assert {f"images/moving/{name}.svg" for name in moved} <= kept.keys()
    assert sum(len(files[_file(address)]) for address in kept) <= LIMIT
    assert len(kept) <= MOST
    assert all(content_hash(files[_file(address)]) == value for address, value in kept.items())


def test_nothing_is_published_that_no_page_loads(site: Site) -> None:
    assert not [name for name in files_in(site.folder) if name.endswith(".map") or "/lunr/" in name]


def test_the_site_can_be_installed(either_site: Site) -> None:
    told = json.loads((either_site.folder / "app.webmanifest").read_text("utf-8"))
    assert told["display"] == "standalone"
    assert (told["start_url"], told["scope"]) == ("./", "./")
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    assert {icon["sizes"] for icon in told["icons"]} == {"any", "192x192", "512x512"}
    assert all((either_site.folder / icon["src"]).is_file() for icon in told["icons"])
    for page in either_site.ordinary:
        assert [either_site.target(page, each) for each in page.related("manifest")] == [("app.webmanifest", "")]


def test_the_icon_is_a_drawing_inside_its_square(small_guide: Guide) -> None:
    root = fromstring(icon_svg(small_guide))
    assert root.get("viewBox") == "0 0 512 512"
    assert sum(1 for element in root.iter() if str(element.tag).endswith("path")) > 10
    assert not [element for element in root.iter() if element.get("class")]


def _kept(code: str) -> dict[str, str]:
    found = re.match(r"const FILES = (\{.*?\});", code, re.DOTALL)
    assert found
    kept: dict[str, str] = json.loads(found[1])
    return kept


def _file(address: str) -> str:
    return f"{address}index.html" if address.endswith("/") or not address else address
