"""What hypothesis draws from: bytes, YAML that is nearly right, and valid entries with awkward but allowed words."""

from __future__ import annotations

from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import TypeAdapter, ValidationError

from guide.model.entry import LONGEST_NAME, LONGEST_TEXT, Name, Text
from guide.printing import missing_letter

Data: TypeAlias = "str | int | float | bool | list[Data] | dict[str, Data] | None"

AWKWARD = (
    '"', "'", "<3", "< ", ">", "&", "&&", "$", "#", "\\", "\\n", "@", "~", "%", "|", ";", "=", "^", "/*", "*/", "//",
    "}}", "%}", "]]>", "-->", "{a}", "[x]", "(y)", "://", "javascript:", "onload=", "Éva", "ß", "Ω", "Ж", "שלום",
    "مرحبا", "❤️", "½", "≥", "×", "–", "e\u0301", "\u00a0", "\u202f", "null", "true", "0", "1", "no", ":",
    "- ", "? ",
)  # fmt: skip
YAML_SIGNS = "{}[]:,-?&*!|>'\"%@`#~=<\n\n  \t\r\ufeff\x85\u2028\x00éA1a.+_"

_letters = st.characters(codec="utf-8")
_pieces = st.one_of(st.sampled_from(AWKWARD), st.text(_letters, min_size=1, max_size=4), st.just(" "), st.just("word"))


def _accepted(accepts: TypeAdapter[str], longest: int) -> SearchStrategy[str]:
    """Words that the model itself lets through, in letters that can be printed."""

    def is_accepted(text: str) -> bool:
        try:
            accepts.validate_python(text)
        except ValidationError:
            return False
        return not missing_letter(text)

    def accepted_part(parts: list[str]) -> str:
        """As much from the beginning as is accepted."""
        for count in range(len(parts), 0, -1):
            text = "".join(parts[:count]).strip()[:longest].strip()
            if is_accepted(text):
                return text
        return "word"

    return st.lists(_pieces, min_size=1, max_size=6).map(accepted_part)


texts = _accepted(TypeAdapter(Text), LONGEST_TEXT)
names = _accepted(TypeAdapter(Name), LONGEST_NAME - len("N123 "))
"""With room for a number before them."""

yaml_like = st.text(st.sampled_from(YAML_SIGNS), max_size=60)

scalars: SearchStrategy[Data] = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**18), 10**18), st.floats(), st.text(_letters, max_size=8)
)
values: SearchStrategy[Data] = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
)
"""Any value, of any type, where another is expected."""


@st.composite
def bent(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file with a few bytes or lines put in, taken out, repeated or exchanged."""
    content = whole
    for _ in range(draw(st.integers(1, 3))):
        content = draw(st.sampled_from((_bytes_bent, _lines_bent)))(draw, content)
    return content


def _bytes_bent(draw: st.DrawFn, content: bytes) -> bytes:
    start = draw(st.integers(0, len(content)))
    end = min(len(content), start + draw(st.integers(0, 5)))
    new = draw(st.one_of(st.binary(max_size=4), yaml_like.map(lambda text: text[:6].encode())))
    return content[:start] + new + content[end:]


def _lines_bent(draw: st.DrawFn, content: bytes) -> bytes:
    lines = content.split(b"\n")
    at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    match draw(st.sampled_from(("drop", "repeat", "exchange", "indent", "join"))):
        case "drop":
            del lines[at]
        case "repeat":
            lines.insert(other, lines[at])
        case "exchange":
            lines[at], lines[other] = lines[other], lines[at]
        case "indent":
            lines[at] = b"  " + lines[at] if other % 2 else lines[at][2:]
        case "join":
            lines[at : at + 2] = [b"".join(lines[at : at + 2])]
    return b"\n".join(lines)


@st.composite
def replaced(draw: st.DrawFn, whole: Data) -> Data:
    """The data with any value in place of one of its own, at any depth."""
    if isinstance(whole, dict) and whole and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(whole)))
        return {**whole, key: draw(replaced(whole[key]))}
    if isinstance(whole, list) and whole and draw(st.integers(0, 5)):
        index = draw(st.integers(0, len(whole) - 1))
        return [*whole[:index], draw(replaced(whole[index])), *whole[index + 1 :]]
    return draw(values)


# A whole guide with other words

NAMES = {"name", "plain_name", "other_names", "at_home", "label", "modification", "ages"}
TEXTS = {
    "summary", "feel_it_in", "set_up", "text", "details", "caution", "cues", "mistake", "correction", "breathing",
    "how", "when", "change", "stop", "leave_out", "note", "caption", "purpose", "who", "spacing", "effort",
    "progression", "in_running", "household_substitute", "safety_check", "citation", "cited_for", "limits", "signs",
    "stop_jumps", "pace", "counts", "asked", "alternative",
}  # fmt: skip
"""Fields of the data that hold words; the others hold numbers, ids and choices."""


class Words:
    """Words to be put in place of others, in order; an old name has one new name throughout, a number before it."""

    def __init__(self, drawn: list[tuple[str, str]]) -> None:
        self._drawn = drawn
        self._names: dict[str, str] = {}
        self.texts: list[str] = []

    def name(self, old: str) -> str:
        number = len(self._names)
        return self._names.setdefault(old, f"N{number:03} {self._drawn[number % len(self._drawn)][0]}")

    def text(self) -> str:
        self.texts.append(self._drawn[len(self.texts) % len(self._drawn)][1])
        return self.texts[-1]


def reworded(data: Data, words: Words, field: str = "") -> Data:
    """The data of one file with other words."""
    if isinstance(data, dict):
        return {key: reworded(each, words, key) for key, each in data.items()}
    if isinstance(data, list):
        return [reworded(each, words, field) for each in data]
    if isinstance(data, str) and field in NAMES:
        return words.name(data)
    return words.text() if isinstance(data, str) and field in TEXTS else data
