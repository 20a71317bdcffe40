"""The workflows: least permissions, known actions, nothing untrusted inside a command, and commands that exist.

A pull request runs these with code of a stranger. Each guard shows with a planted workflow that it can fail.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml

from site_build import PROJECT

FOLDER = PROJECT / ".github" / "workflows"
ACTIONS = {
    "actions/checkout", "actions/configure-pages", "actions/deploy-pages", "actions/setup-python",
    "actions/upload-artifact", "actions/upload-pages-artifact",
}  # fmt: skip
"""Every action that may run, all of them GitHub's own. One more is one more author whom everybody has to trust."""
WRITABLE = {"site.yml": {"publish": {"pages", "id-token"}}}
"""The only jobs that may write, and what."""
PUBLISHES = "github.event_name == 'push' && !github.event.repository.fork"
"""When they run: a fork has no pages of its own, and its owner asked for none."""
TRUSTED = {
    "!cancelled()", "github.base_ref", "github.event_name == 'pull_request'", "github.ref", "github.repository",
    "github.server_url", "github.workflow", "matrix.python", "steps.deployment.outputs.page_url",
    "steps.pages.outputs.base_url",
}  # fmt: skip
"""Expressions in use. Titles, branch names and texts of a pull request are not among them, and none is in a command."""
LONGEST = 60
"""Minutes that a job may take at most."""

Workflow = Mapping[str, Any]


@cache
def _workflows() -> dict[str, Workflow]:
    return {path.name: _parsed(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.y*ml"))}


def _parsed(text: str) -> Workflow:
    """YAML 1.1 reads the word `on` as true; it is put right here."""
    workflow = yaml.safe_load(text)
    return {("on" if name is True else name): value for name, value in workflow.items()}


def test_every_workflow_keeps_every_rule() -> None:
    assert set(_workflows()) == {"audit.yml", "site.yml"}
    assert {name: found for name, each in _workflows().items() if (found := list(_findings(name, each)))} == {}


def _findings(name: str, workflow: Workflow) -> Iterator[str]:
    yield from _of_triggers(workflow)
    if "concurrency" not in workflow:
        yield "no concurrency: runs pile up"
    if workflow.get("permissions") != {"contents": "read"}:
        yield "permissions are not contents: read"
    for expression in _expressions(workflow):
        if expression not in TRUSTED:
            yield f"an expression that nobody has looked at: {expression}"
    for title, job in workflow["jobs"].items():
        yield from (f"{title}: {each}" for each in _of_job(job, WRITABLE.get(name, {}).get(title, set())))


def _of_triggers(workflow: Workflow) -> Iterator[str]:
    triggers = workflow["on"]
    for trigger in {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers):
        yield f"{trigger} runs with secrets on what a stranger sent"


def _of_job(job: Mapping[str, Any], writable: set[str]) -> Iterator[str]:
    written = {each for each, access in (job.get("permissions") or {}).items() if access != "read"}
    if written - writable:
        yield f"may write {', '.join(sorted(written - writable))}"
    if not 1 <= job.get("timeout-minutes", 0) <= LONGEST:
        yield "has no timeout that ends it in time"
    if job.get("runs-on") != "ubuntu-latest":
        yield "runs on a machine of its own"
    if writable and job.get("if") != PUBLISHES:
        yield "may write and runs on a pull request or in a fork"
    for step in job["steps"]:
        yield from _of_step(step)


def _of_step(step: Mapping[str, Any]) -> Iterator[str]:
    action, _, version = step.get("uses", "").partition("@")
    if action and action not in ACTIONS:
        yield f"{action} is not on the list"
    if action and not re.fullmatch(r"v\d+(\.\d+){0,2}|[0-9a-f]{40}", version):
        yield f"{action} has no version: {version!r}"
    if action == "actions/checkout" and step.get("with", {}).get("persist-credentials") is not False:
        yield "checkout leaves the credentials behind"
    for command in step.get("run", "").splitlines():
        yield from _of_command(command.strip())
    for name, value in (step.get("env") or {}).items():
        if "secrets." in str(value):
            yield f"{name} is a secret"


def _of_command(command: str) -> Iterator[str]:
    """No expression (it would be pasted into the shell), and nothing called that is not there."""
    if "${{" in command:
        yield f"an expression inside a command: {command}"
    words = command.split()
    if words and words[0] == "make" and words[1] not in _targets():
        yield f"make has no target {words[1]}"
    for word in words:
        if re.fullmatch(r"(hooks|tests|\.ci)/[\w/.]+", word) and not (PROJECT / word).is_file():
            yield f"there is no file {word}"


@cache
def _targets() -> set[str]:
    rules = re.findall(r"^([\w./-]+(?: [\w./-]+)*):(?!=)", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    return {target for rule in rules for target in rule.split()}


def _expressions(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from re.findall(r"\$\{\{\s*(.*?)\s*\}\}", value)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _expressions(part)
    elif isinstance(value, list):
        for part in value:
            yield from _expressions(part)


GOOD = """
on: [pull_request]
permissions: {contents: read}
concurrency: x
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@v4
        with: {persist-credentials: false}
      - run: make test
"""


def test_the_planted_workflow_is_good_before_it_is_spoilt() -> None:
    assert list(_findings("x.yml", _parsed(GOOD))) == []


@pytest.mark.parametrize(("old", "new", "finding"), [
    ("on: [pull_request]", "on: [pull_request_target]", "runs with secrets"),
    ("on: [pull_request]", "on: {workflow_run: {workflows: [x]}}", "runs with secrets"),
    ("permissions: {contents: read}", "permissions: write-all", "permissions are not"),
    ("permissions: {contents: read}", "permissions: {contents: write}", "permissions are not"),
    ("permissions: {contents: read}", "env: {}", "permissions are not"),
    ("concurrency: x", "env: {}", "no concurrency"), ("timeout-minutes: 5", "timeout-minutes: 500", "no timeout"),
    ("timeout-minutes: 5", "env: {}", "no timeout"),
    ("timeout-minutes: 5", "timeout-minutes: 5\n    permissions: {packages: write}", "may write packages"),
    ("ubuntu-latest", "self-hosted", "a machine of its own"),
    ("actions/checkout@v4", "somebody/checkout@v4", "is not on the list"),
    ("actions/checkout@v4", "actions/checkout@main", "has no version"),
    ("actions/checkout@v4", "actions/checkout", "has no version"),
    ("actions/checkout@v4", "docker://image", "is not on the list"),
    ("{persist-credentials: false}", "{fetch-depth: 1}", "leaves the credentials"),
    ("make test", "make tset", "no target tset"), ("make test", "python hooks/chekc.py", "no file hooks/chekc.py"),
    ("make test", 'echo "${{ github.event.pull_request.title }}"', "inside a command"),
    ("make test", "echo ${{ github.head_ref }}", "nobody has looked at: github.head_ref"),
    ("make test", "make test\n        env: {A: '${{ secrets.TOKEN }}'}", "A is a secret"),
    ("make test", "make test\n        env: {A: '${{ toJson(github.event) }}'}", "nobody has looked at: toJson"),
])  # fmt: skip
def test_a_spoilt_workflow_is_noticed(old: str, new: str, finding: str) -> None:
    assert old in GOOD
    found = list(_findings("x.yml", _parsed(GOOD.replace(old, new))))
    assert [each for each in found if finding in each], found


@pytest.mark.parametrize("condition", ["always()", "github.event_name == 'push'", "!github.event.repository.fork"])
def test_a_job_that_may_write_runs_for_no_pull_request_and_in_no_fork(condition: str) -> None:
    publish = GOOD.replace("  test:\n", "  publish:\n    permissions: {pages: write}\n    if: CONDITION\n")
    finding = "publish: may write and runs on a pull request or in a fork"
    assert finding not in _findings("site.yml", _parsed(publish.replace("CONDITION", PUBLISHES)))
    assert finding in _findings("site.yml", _parsed(publish.replace("CONDITION", f'"{condition}"')))


def test_the_oldest_python_and_a_newer_one_are_tested() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest, newest = _workflows()["site.yml"]["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert project["requires-python"] == f">={oldest}"
    assert int(newest.removeprefix("3.")) > int(oldest.removeprefix("3."))


def test_every_exception_is_still_needed() -> None:
    used = {step["uses"].partition("@")[0] for step in _steps() if "uses" in step}
    assert used == ACTIONS
    assert {expression for workflow in _workflows().values() for expression in _expressions(workflow)} == TRUSTED
    for name, jobs in WRITABLE.items():
        for title, rights in jobs.items():
            stated = _workflows()[name]["jobs"][title]["permissions"]
            assert {each for each, access in stated.items() if access == "write"} == rights


def test_a_pull_request_is_checked_shown_and_kept() -> None:
    """The summary comes first and the artifact last, whatever fails in between."""
    steps = _workflows()["site.yml"]["jobs"]["check"]["steps"]
    commands = [step.get("run", step.get("uses", "")) for step in steps]
    order = [
        "hooks review", "hooks check --format=github", "hooks release --since HEAD^1", "make site", "review.html",
        "actions/upload-artifact",
    ]  # fmt: skip
    places = [next(n for n, each in enumerate(commands) if part in each) for part in order]
    assert places == sorted(places)
    assert all("cancelled" in steps[n].get("if", "") for n in (places[1], *places[4:]))
    checkout = next(step for step in steps if step.get("uses", "").startswith("actions/checkout@"))
    assert checkout["with"]["fetch-depth"] == 2, "HEAD^1 is the version to compare with"
    assert '--summary="$GITHUB_STEP_SUMMARY"' in commands[places[0]]


def test_what_ci_runs_is_what_the_readme_tells() -> None:
    """The same command everywhere: `make test`."""
    steps = _workflows()["site.yml"]["jobs"]["test"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == [".ci/run"]
    assert (PROJECT / ".ci" / "run").read_text("utf-8").rstrip().endswith("exec make test")


def test_known_vulnerabilities_are_looked_for_on_every_change_and_every_week() -> None:
    triggers = _workflows()["audit.yml"]["on"]
    assert {"pull_request", "push", "schedule"} <= set(triggers)
    locks = {path.name for path in PROJECT.glob("requirements*.txt")}
    assert {"requirements.txt", "requirements-test.txt", "requirements-audit.txt"} <= locks
    assert "requirements*.txt" in triggers["pull_request"]["paths"]


def test_dependabot_looks_after_actions_and_packages() -> None:
    settings = yaml.safe_load((PROJECT / ".github" / "dependabot.yml").read_text("utf-8"))
    assert {setting["package-ecosystem"] for setting in settings["updates"]} == {"github-actions", "pip"}


def _steps() -> Iterator[Mapping[str, Any]]:
    for workflow in _workflows().values():
        for job in workflow["jobs"].values():
            yield from job["steps"]
