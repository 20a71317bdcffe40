"""Document → PDF bytes. The only importer of typst; also says what the bytes depend on."""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import typst

from guide.printing.document import Document
from guide.problems.problem import Problem

TEMPLATES = Path(__file__).parents[1] / "handouts" / "templates"
"""Of the handouts, where whoever fills them finds them too."""
_PICTURES = Path(__file__).parent / "templates"
FONTS = Path(str(files("fontpkg_source_sans_3"))) / "files"
"""Source Sans 3, from its package. Typst's own fonts stand in for letters that it lacks; the system's never do."""
STANDARD: typst.PDFStandard = "ua-1"

_PLACE = re.compile(r"([\w-]+\.typ):(\d+):(\d+)")


class PrintError(Exception):
    """A document could not be printed: a text, a template or a font is at fault."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def render(document: Document, *, templates: Path = TEMPLATES, fonts: Path = FONTS) -> bytes:
    """The PDF: tagged (PDF/UA-1), its fonts embedded; the same document gives the same bytes."""
    template = templates / document.template
    if not template.is_file():
        raise _problem(document, "the template is missing", hint="put it back into hooks/guide/handouts/templates")
    compiler = typst.Compiler(root=templates, font_paths=_fonts(fonts))
    try:
        pdf, warnings = compiler.compile_with_warnings(
            template,
            format="pdf",
            sys_inputs={"content": _json(document), "paper": document.paper},
            pdf_standards=STANDARD,
            timestamp=document.timestamp,
        )
    except typst.TypstError as error:
        raise _complaint(document, error) from error
    for warning in warnings:
        raise _complaint(document, warning)
    if not isinstance(pdf, bytes):
        raise TypeError("Typst made something else than one PDF")
    return pdf


@cache
def has_letter(letter: str) -> bool:
    """Whether the fonts, or what stands in for them, can print the letter; else a document with it is a PrintError."""
    compiler = typst.Compiler(root=TEMPLATES, font_paths=_fonts(FONTS))
    given = {"letter": letter, "content": "{}", "paper": "a4"}
    try:
        compiler.compile(TEMPLATES / "letter.typ", format="pdf", sys_inputs=given, pdf_standards=STANDARD)
    except typst.TypstError:
        return False
    return True


def raster(svg: str, *, width: int, height: int, ground: str, margin: int = 0) -> bytes:
    """A drawing as PNG, in pixels, as large as the margin allows; the same input gives the same bytes."""
    wanted = {"svg": svg, "width": width, "height": height, "ground": ground, "margin": margin}
    compiler = typst.Compiler(root=_PICTURES, font_paths=_fonts(FONTS))
    picture = compiler.compile(
        _PICTURES / "picture.typ", format="png", ppi=72, sys_inputs={"wanted": json.dumps(wanted)}
    )
    if not isinstance(picture, bytes):
        raise TypeError("Typst made something else than one picture")
    return picture


def ground(*, templates: Path = TEMPLATES, fonts: Path = FONTS) -> str:
    """Changes with whatever changes every PDF: templates, fonts, and Typst itself."""
    used = (*sorted(templates.glob("*.typ")), *_PICTURES.glob("*.typ"), *sorted(fonts.glob("*")))
    digests = (sha256(path.read_bytes()).hexdigest() for path in used)
    return " ".join((version("typst"), STANDARD, *digests))


@cache
def _fonts(folder: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def _json(document: Document) -> str:
    return json.dumps(document.content, ensure_ascii=False, sort_keys=True)


def _complaint(document: Document, found: typst.TypstError | typst.TypstWarning) -> PrintError:
    """What Typst says, at the first place that it names."""
    place = _PLACE.search(found.diagnostic)
    name, line, column = (place[1], int(place[2]), int(place[3])) if place else (document.template, 1, 1)
    return _problem(document, found.message, template=name, line=line, column=column, hint="; ".join(found.hints))


def _problem(
    document: Document, message: str, *, hint: str, template: str = "", line: int = 1, column: int = 1
) -> PrintError:
    path = f"hooks/guide/handouts/templates/{template or document.template}"
    return PrintError(Problem(path, line, column, f"{document.name} cannot be printed, because {message}", hint))
