"""`make review`, run on small projects under git that are then edited as a contributor would edit them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from playwright.sync_api import Browser

from browser.test_browser_axe import violations
from conftest import SMALL
from guide.commands import review
from site_build import PROJECT
from site_fixtures import opened

GOLDEN = Path(__file__).parents[1] / "golden" / "review.md"
DOCUMENT = "# Before you start\n\n## Ask first\n\nAsk a doctor. Then start slowly.\n\n<!-- insert: ask-first -->\n"


@dataclass(frozen=True)
class Project:
    """A small project under git, whose first version is tagged `first`."""

    folder: Path

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), "utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, "utf-8")

    def git(self, *words: str) -> str:
        """Without whatever the machine's own settings ask of git."""
        names = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
        fixed = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_AUTHOR_DATE": "@0 +0000"}
        return subprocess.run(
            ("git", *names, *words),
            cwd=self.folder,
            env={**os.environ, **fixed, "GIT_COMMITTER_DATE": "@0 +0000"},
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x")

    @property
    def page(self) -> str:
        return (self.folder / ".cache" / "review.html").read_text("utf-8")


Review = Callable[..., str]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "project"
    shutil.copytree(SMALL, folder / "data")
    project = Project(folder)
    project.write("docs/before-you-start.md", DOCUMENT)
    project.write(".gitignore", "/.cache/\n")
    project.git("init", "--quiet", "--initial-branch=main")
    project.commit()
    project.git("tag", "first")
    return project


@pytest.fixture
def reviewed(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Review:
    """Runs the command on the project; the summary that it writes."""

    def run(*words: str, base: str = "first") -> str:
        summary = project.folder / ".cache" / "summary.md"
        summary.unlink(missing_ok=True)
        arguments = ["review.py", f"--base={base}", f"--summary={summary}", *words]
        monkeypatch.setattr(sys, "argv", arguments)
        monkeypatch.chdir(project.folder)
        assert review.main() == 0
        assert capsys.readouterr().out == "The changes are in .cache/review.html. Open it with a double click.\n"
        return summary.read_text("utf-8")

    return run


def test_nothing_changed_says_so(reviewed: Review, project: Project) -> None:
    assert "<p>Nothing changes for readers.</p>" in reviewed()
    assert "Nothing changes for readers." in project.page


def test_a_dose(reviewed: Review, project: Project) -> None:
    project.edit("data/exercises/heel-lift.yml", "rest_seconds: 60", "rest_seconds: 60-90")
    summary = reviewed()
    assert "<li>Heel lift: rest between sets 60 → 60 to 90 seconds.</li>" in summary
    assert "8 to 15 repetitions with 2 to 3 to spare, 60 <ins>to 90 </ins>seconds of rest between sets." in summary
    assert '<td data-label="After"><strong>60 to 90 seconds</strong></td>' in project.page


def test_a_sentence_word_by_word(reviewed: Review, project: Project) -> None:
    project.edit("data/exercises/side-hop.yml", "Land softly and stand still.", "Land softly, then stand quite still.")
    assert "Changed: Land softly<del> and</del> <ins>, then</ins> stand <ins>quite </ins>still." in reviewed()


def test_marks_have_words_for_those_who_cannot_see_them(reviewed: Review, project: Project) -> None:
    project.edit("data/exercises/side-hop.yml", "Find a dry floor.", "Find a level floor.")
    reviewed()
    assert '<del><span class="unseen">[was: </span>dry<span class="unseen">]</span></del>' in project.page
    assert '<ins><span class="unseen">[now: </span>level<span class="unseen">]</span></ins>' in project.page


def test_a_sentence_that_came_and_one_that_went(reviewed: Review, project: Project) -> None:
    project.edit("data/exercises/side-hop.yml", "  - Quiet\n", "  - Look at the horizon\n")
    project.edit(
        "data/exercises/side-hop.yml", "  stop:\n", "  stop:\n    - {condition: spot, text: A knee that swells}\n"
    )
    summary = reviewed()
    assert "<li>Changed: <del>Quiet</del> <ins>Look at the horizon</ins>.</li>" in summary
    assert "<li>Added: <ins>A knee that swells.</ins></li>" in summary


def test_a_new_exercise_with_its_whole_page(reviewed: Review, project: Project) -> None:
    text = (project.folder / "data/exercises/side-hop.yml").read_text("utf-8").replace("Side hop", "Long hop")
    text = text.replace("id: side-hop", "id: long-hop").replace("Lateral hop", "Far hop")
    project.write("data/exercises/long-hop.yml", text)
    summary = reviewed()
    assert "<li>New exercise: Long hop</li>" in summary
    page = html5lib.parse(project.page, namespaceHTMLElements=False)
    (whole,) = page.findall(".//article[@id='added-1']")
    assert "Land softly and stand still." in "".join(whole.itertext())
    assert _drawings(whole)
    ids = [element.get("id") for element in whole.iter() if element.get("id")]
    used = [element.get("href", "")[1:] for element in whole.iter() if element.tag.endswith("use")]
    assert used
    assert set(used) <= set(ids)


def test_a_page_that_went_and_where_its_address_leads(reviewed: Review, project: Project) -> None:
    project.edit("data/routines/evening-legs.yml", "exercise: wall-hold", "exercise: heel-lift")
    project.edit("data/routines/evening-legs.yml", "seconds: 25", "repetitions: 12")
    for name in ("heel-lift", "side-hop"):
        text = (project.folder / f"data/exercises/{name}.yml").read_text("utf-8")
        text = text.replace("is_exercise: wall-hold", "equipment: none").replace(
            "leads_to: wall-hold", "equipment: none"
        )
        project.write(f"data/exercises/{name}.yml", text)
    project.write("data/reviews.yml", "[]\n")
    (project.folder / "data/exercises/wall-hold.yml").unlink()
    moved = "- {old: exercises/wall-hold, new: exercises/heel-lift}\n"
    project.write("data/redirects.yml", (project.folder / "data/redirects.yml").read_text("utf-8") + moved)
    assert "<li>Removed exercise: Wall hold; its address leads to Heel lift</li>" in reviewed()
    assert "Its address leads to Heel lift from now on." in project.page


def test_an_item_of_a_routine_and_what_follows(reviewed: Review, project: Project) -> None:
    project.edit("data/routines/evening-legs.yml", "repetitions: 4", "repetitions: 5")
    project.edit("data/routines/evening-legs.yml", "rest_after_round_seconds: 45", "rest_after_round_seconds: 90")
    summary = reviewed()
    assert "Evening legs &amp; &quot;more&quot; now takes 13–21 minutes instead of 13–19." in summary
    assert "30 in weeks 1 and 2, and 20 low hops" in summary
    assert "Weeks 1 and 2: “Quiet hops”, Side hop 4 → 5 each side." in summary
    assert "13 to <del>19</del> <ins>21</ins> minutes" in summary  # on pages that nobody edited


def test_what_follows_for_an_entry_that_nobody_edited(reviewed: Review, project: Project) -> None:
    project.edit("data/exercises/side-hop.yml", "seconds: 2, frame: 1}", "seconds: 14, frame: 1}")
    summary = reviewed()
    follows = summary.partition("### What follows from it")[2]
    assert "now takes 13–24 minutes instead of 13–19." in follows


def test_a_figure_before_and_after(reviewed: Review, project: Project) -> None:
    project.edit("data/exercises/side-hop.yml", "knee: 6, shoulder: 5}", "knee: 6, shoulder: 45}")
    assert "2 pictures different: see review.html." in reviewed(), "a version begins with the same frame"
    page = html5lib.parse(project.page, namespaceHTMLElements=False)
    figures = page.findall(".//div[@class='pictures']/figure")
    assert len(figures) == 2
    for figure in figures:
        before, after = figure.findall(".//div[@class='side']")
        assert html5lib.serialize(before) != html5lib.serialize(after)
        assert len(_drawings(before)) == len(_drawings(after)) > 0


def test_a_muscle_in_the_list_of_muscles(reviewed: Review, project: Project) -> None:
    project.edit("data/muscles.yml", "plain_name: calf", "plain_name: back of the lower leg")
    summary = reviewed()
    assert "Calf muscles (calf) is now called Calf muscles (back of the lower leg)." in summary
    follows = summary.partition("### What follows from it")[2]
    assert "Heel lift: trains mainly calf → back of the lower leg." in follows or "Heel lift, trains mainly" in follows


def test_a_new_name_is_one_change(reviewed: Review, project: Project) -> None:
    project.edit("data/exercises/side-hop.yml", "name: Side hop", "name: Hop to the side")
    summary = reviewed()
    assert "<li>Side hop is now called Hop to the side.</li>" in summary
    assert "is gone" not in summary


def test_a_rule_that_stands_on_many_pages_is_told_once(reviewed: Review, project: Project) -> None:
    project.edit("data/progression.yml", "It is sharp,", "It is sharp or stabbing,")
    summary = reviewed()
    assert summary.count("stabbing") == 1
    assert "(6 pages: " in summary


def test_a_page_written_by_hand(reviewed: Review, project: Project) -> None:
    project.edit("docs/before-you-start.md", "start slowly", "begin slowly")
    project.edit("data/conditions.yml", "a heart condition", "a weak heart")
    summary = reviewed()
    assert "<summary><b>Before you start</b> (page)</summary>" in summary
    assert "Then <del>start</del> <ins>begin</ins> slowly." in summary
    assert "You&#x27;ve a <ins>weak </ins>heart<del> condition</del>." in summary  # from the list that is put in


def test_problems_are_told_with_their_lines_and_the_rest_is_compared(reviewed: Review, project: Project) -> None:
    project.edit("data/exercises/heel-lift.yml", "rest_seconds: 60", "rest_seconds: sixty")
    project.edit("data/exercises/side-hop.yml", "Find a dry floor.", "Find a level floor.")
    project.write("data/exercises/broken.yml", "id: broken\n")
    summary = reviewed()
    assert "### Mend this first" in summary
    assert "<code>data/exercises/heel-lift.yml:" in summary
    assert "Left as in first" in summary
    assert "data/exercises/broken.yml and data/exercises/heel-lift.yml.</p>" in summary
    assert "Find a <del>dry</del> <ins>level</ins> floor." in summary
    assert "data/exercises/heel-lift.yml, line " in project.page


def test_problems_that_reach_into_other_files_leave_the_pages_written_by_hand(
    reviewed: Review, project: Project
) -> None:
    (project.folder / "data/exercises/wall-hold.yml").unlink()
    summary = reviewed()
    assert "### Mend this first" in summary
    assert "only pages written by hand are compared" in summary
    assert "<li>removed: <code>data/exercises/wall-hold.yml</code></li>" in summary
    project.edit("docs/before-you-start.md", "slowly", "gently")
    assert "<del>slowly</del> <ins>gently</ins>" in reviewed()


def test_a_base_that_the_program_cannot_read_is_told(reviewed: Review, project: Project) -> None:
    project.edit("data/muscles.yml", "in_running", "when_running")
    project.commit()
    project.git("tag", "old")
    project.edit("data/muscles.yml", "when_running", "in_running")
    summary = reviewed(base="old")
    assert "The program as it is now cannot read the data of old (" in summary
    assert "<li>changed: <code>data/muscles.yml</code></li>" in summary


def test_without_data_in_the_base_every_page_is_new(reviewed: Review, project: Project) -> None:
    project.git("checkout", "--quiet", "--orphan", "empty")
    project.git("rm", "-r", "--quiet", "--cached", ".")
    project.git("commit", "--quiet", "--allow-empty", "--message", "x")
    summary = reviewed(base="empty")
    assert "has no data yet, so every page is new." in summary
    assert "<li>New exercise: Side hop</li>" in summary


def test_what_the_base_changed_meanwhile_is_not_laid_at_the_proposals_door(reviewed: Review, project: Project) -> None:
    project.git("checkout", "--quiet", "-b", "mine")
    project.edit("data/exercises/heel-lift.yml", "Bent knees", "Knees that bend")
    project.commit()
    project.git("checkout", "--quiet", "main")
    project.edit("data/exercises/side-hop.yml", "Find a dry floor.", "Find a level floor.")
    project.commit()
    project.git("checkout", "--quiet", "mine")
    summary = reviewed(base="main")
    assert "Compared with main where this work branched off (" in summary
    assert "Knees that bend" in summary
    assert "level floor" not in summary


def test_changes_of_the_program_are_named(reviewed: Review, project: Project) -> None:
    project.write("hooks/new<b>.py", "")
    summary = reviewed()
    assert "1 file of the program or its settings changed as well." in summary
    assert "hooks/new&lt;b&gt;.py" in summary


def test_the_version_can_be_called_by_another_name(reviewed: Review) -> None:
    assert "<p>Compared with the main branch (" in reviewed("--called=the main branch")


@pytest.mark.parametrize("base", ["nowhere", "--output=here", "-x", "first:data", "$(touch here)", "a..b", "", "@{9}"])
def test_a_version_that_git_does_not_know_is_status_2(base: str, project: Project) -> None:
    run = _run(project.folder, f"--base={base}")
    assert run.returncode == 2
    assert f"git knows no version called {base!r}: name a branch or a commit" in run.stderr
    assert not (project.folder / "here").exists()


def test_a_folder_without_git_is_status_2(tmp_path: Path) -> None:
    run = _run(tmp_path, "--base=main")
    assert run.returncode == 2
    assert "git knows no version called 'main'" in run.stderr


HEADINGS = {
    "## What this changes for readers", "### Mend this first", "### In short", "### What follows from it",
    "### Pages that come and go",
}  # fmt: skip
TAGS = {"DOCUMENT_FRAGMENT", "p", "ul", "li", "b", "i", "code", "del", "ins", "span", "details", "summary"}
HOSTILE = "<img src=x onerror=alert(1)> @octocat #1 $x$ ~~a~~ **b** [c](javascript:d) <!-- \u202e | `e` :bug:"


def test_hostile_text_of_the_base_is_shown_literally(reviewed: Review, project: Project) -> None:
    project.write("docs/before-you-start.md", f"# A\n\n<script>bad()</script>\n\n{HOSTILE.replace('<!--', '')}\n")
    project.write(
        "docs/odd.md", "# <b onclick=x>Odd</b> | @octocat\n\n<iframe src=x></iframe><p onclick=y style=z>Text\n"
    )
    project.write("hooks/\u202e<svg onload=a>\n\n## b.py", "")
    project.commit()
    project.git("tag", "hostile")
    project.write("docs/before-you-start.md", DOCUMENT)
    project.write("docs/odd.md", "# Odd\n\n<script>bad()</script>\n")
    (project.folder / "hooks/\u202e<svg onload=a>\n\n## b.py").unlink()
    summary = reviewed(base="hostile")
    _assert_harmless(project.page)
    _assert_harmless_summary(summary)
    assert "\u202e" not in summary + project.page


def test_a_hostile_new_page_is_put_in_without_what_it_would_do(reviewed: Review, project: Project) -> None:
    body = (
        "<script>a</script><p onclick=b style=c>Kept</p><a href='javascript:d'>e</a><img src=f><svg><a href=g /></svg>"
    )
    project.write(
        "docs/new.md", f"# New\n\n<div>{body}<style>h</style><form action=i><input></form></div></div></main>\n"
    )
    reviewed()
    _assert_harmless(project.page)
    assert "<p>Kept</p>" in project.page


def test_links_in_the_data_folder_are_not_followed(reviewed: Review, project: Project, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("id: secret\n", "utf-8")
    (project.folder / "data/exercises/secret.yml").symlink_to(tmp_path / "secret.yml")
    (project.folder / "docs/secret.md").symlink_to(tmp_path / "secret.yml")
    summary = reviewed()
    assert "not a plain file" in summary
    assert "id: secret" not in summary + project.page


def test_the_page_loads_nothing_and_runs_nothing(reviewed: Review, project: Project) -> None:
    shutil.copytree(PROJECT / "docs" / "stylesheets", project.folder / "docs" / "stylesheets")
    project.edit("data/exercises/side-hop.yml", "knee: 6, shoulder: 5}", "knee: 6, shoulder: 45}")
    reviewed()
    _assert_harmless(project.page)
    assert "url(" not in project.page
    assert "@import" not in project.page


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_keeps_every_rule_in_a_browser(
    width: int, dark: bool, reviewed: Review, project: Project, browser: Browser
) -> None:
    _many_edits(project)
    reviewed()
    with opened(browser, width=width, dark=dark) as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto((project.folder / ".cache" / "review.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width
        for details in page.locator("details").all():
            details.evaluate("each => each.open = true")
        assert not said
        assert violations(page) == []


def test_the_summary_letter_by_letter(reviewed: Review, project: Project, pytestconfig: pytest.Config) -> None:
    _many_edits(project)
    summary = re.sub(r"\([0-9a-f]{10}\)", "(commit)", reviewed())
    if pytestconfig.getoption("update_golden"):
        GOLDEN.write_text(summary, "utf-8")
    assert summary == GOLDEN.read_text("utf-8"), "tests/golden/review.md differs; if that is wanted: make golden"


def test_the_same_edits_give_the_same_page(reviewed: Review, project: Project) -> None:
    _many_edits(project)
    reviewed()
    first = project.page
    reviewed()
    assert project.page == first


def _many_edits(project: Project) -> None:
    """One of each kind, as the golden summary and the browser meet them."""
    shutil.copytree(PROJECT / "docs" / "stylesheets", project.folder / "docs" / "stylesheets")
    project.git("add", "--all")
    project.git("commit", "--quiet", "--amend", "--message", "x")
    project.git("tag", "--force", "first")
    project.edit("data/exercises/heel-lift.yml", "rest_seconds: 60", "rest_seconds: 60-90")
    project.edit("data/exercises/heel-lift.yml", "primary: [calves]", "primary: [calves, thighs]")
    project.edit("data/exercises/heel-lift.yml", "secondary: [thighs]", "secondary: none")
    project.edit("data/exercises/side-hop.yml", "Find a dry floor.", "Find a dry, level floor.")
    project.edit("data/exercises/side-hop.yml", "  - Quiet\n  - Knee over toes\n", "  - Knee over toes\n  - Quiet\n")
    project.edit("data/exercises/side-hop.yml", "knee: 6, shoulder: 5}", "knee: 6, shoulder: 45}")
    project.edit("data/routines/evening-legs.yml", "repetitions: 4", "repetitions: 5")
    project.edit("docs/before-you-start.md", "start slowly", "begin slowly")
    project.write("docs/new.md", "# A new page\n\nWith one sentence.\n")


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "-W", "error", str(PROJECT / "hooks"), "review", *words),
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "GIT_CEILING_DIRECTORIES": str(folder.parent)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _drawings(element: Element) -> list[Element]:
    return [node for node in element.iter() if str(node.tag).endswith("svg")]


LOADING = {"script", "iframe", "img", "object", "embed", "form", "link", "base"}


def _assert_harmless(page: str) -> None:
    """Read as a browser would: no script, nothing that loads, no attribute that runs, no link that leaves the page."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    (policy,) = tree.findall(".//meta[@http-equiv='Content-Security-Policy']")
    assert policy.get("content", "").startswith("default-src 'none'")
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag.rpartition("}")[2] not in LOADING
        names = {str(name).rpartition("}")[2] for name in element.attrib}
        assert not {name for name in names if name.startswith("on")} | (names & {"src", "style", "srcset", "action"})
        assert element.get("href", "#").startswith("#")


def _assert_harmless_summary(summary: str) -> None:
    """Every block between empty lines is a fixed heading or HTML in which only known tags without attributes stand."""
    for block in summary.strip().split("\n\n"):
        if block.startswith("#"):
            assert block in HEADINGS
            continue
        assert block.startswith(("<p>", "<ul>", "<details"))
        tree = html5lib.parseFragment(block, namespaceHTMLElements=False)
        for element in tree.iter():
            assert element.tag in TAGS
            assert set(element.attrib) <= {"open"}
            if element.tag not in ("span", "code"):
                assert not {*"@#$"} & {*(element.text or "")}
            assert not {*"@#$"} & {*(element.tail or "")} or element.tag == "code"
