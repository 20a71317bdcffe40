"""Guide → what is printed: one sheet a routine, one card an exercise, and the whole guide as a booklet. Prints nothing.

What a page looks like is in hooks/guide/handouts/templates/*.typ and nowhere else; `printing` makes the PDF.
"""

from __future__ import annotations

from guide.handouts.documents import booklet_document, exercise_document, sheet_document
from guide.handouts.key_frames import key_frames
from guide.handouts.pictures import Picture, Pictures, no_pictures

__all__ = [
    "Picture",
    "Pictures",
    "booklet_document",
    "exercise_document",
    "key_frames",
    "no_pictures",
    "sheet_document",
]
