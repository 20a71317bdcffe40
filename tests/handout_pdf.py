"""A printed handout as tests meet it: its text, its type sizes, its tags and its look, read by libraries that did not
write it. Asserts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDFTextObj_GetFontSize  # type: ignore[import-untyped]

POINTS_AN_INCH = 72


@dataclass(frozen=True)
class Line:
    """A piece of visible text and its box in points, from the left and from the bottom of its page."""

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Tag:
    """A structure element: H1, P, Figure."""

    kind: str
    alt: str
    size: float
    """The longer side of a figure, in millimetres: somebody who lies is long and not high."""


@dataclass(frozen=True)
class Handout:
    """A PDF and the ways to read it."""

    content: bytes

    @property
    def pages(self) -> int:
        with pypdfium2.PdfDocument(self.content) as document:
            return len(document)

    @property
    def page_size(self) -> tuple[float, float]:
        with pypdfium2.PdfDocument(self.content) as document:
            width, height = document[0].get_size()
            return round(width, 1), round(height, 1)

    @property
    def text(self) -> str:
        """All text in the order in which it is drawn, without its white space and broken words joined."""
        with pypdfium2.PdfDocument(self.content) as document:
            return squeezed("".join(page.get_textpage().get_text_range() for page in document))

    def smallest_type(self) -> float:
        """The smallest size in points that any letter has on the paper."""
        with pypdfium2.PdfDocument(self.content) as document:
            return min(_type_size(each) for page in document for each in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT]))

    def codes(self) -> list[str]:
        """What the bar codes of the first page say."""
        with pypdfium2.PdfDocument(self.content) as document:
            image = document[0].render(scale=200 / POINTS_AN_INCH).to_pil()
        return [barcode.text for barcode in zxingcpp.read_barcodes(image)]

    def lines(self) -> Iterator[Line]:
        with pypdfium2.PdfDocument(self.content) as document:
            for number, page in enumerate(document):
                text = page.get_textpage()
                for index in range(text.count_rects()):
                    box = text.get_rect(index)
                    yield Line(text.get_text_bounded(*box), number, *box)

    def off_the_paper(self, edge: float = 20) -> list[Line]:
        """Text that comes nearer than `edge` points to an edge of the paper."""
        width, height = self.page_size
        return [
            line for line in self.lines() if min(line.left, line.bottom, width - line.right, height - line.top) < edge
        ]

    def tags(self) -> list[Tag]:
        """The structure in reading order."""
        with pikepdf.open(BytesIO(self.content)) as document:
            return list(_tags(document.Root.StructTreeRoot))

    def open(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.content))


def squeezed(text: str) -> str:
    """The text as `Handout.text` has it."""
    return "".join("".join(text.split()).replace("\ufffe", "-").split())


def _type_size(text: pypdfium2.PdfObject) -> float:
    size = c_float()
    FPDFTextObj_GetFontSize(text.raw, size)
    return size.value * abs(float(text.get_matrix().d))


def _size(element: pikepdf.Object) -> float:
    found = element.get("/A", pikepdf.Array())
    for each in found.as_list() if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(each, pikepdf.Dictionary) and "/BBox" in each:
            left, bottom, right, top = map(float, each.BBox.as_list())
            return max(right - left, top - bottom) / POINTS_AN_INCH * 25.4
    return 0


def _tags(element: pikepdf.Object) -> Iterator[Tag]:
    below = element.get("/K", pikepdf.Array())
    children = list(below.as_list()) if isinstance(below, pikepdf.Array) else [below]
    if "/S" in element:
        yield Tag(str(element.S)[1:], str(element.get("/Alt", "")), _size(element))
    for child in children:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from _tags(child)
