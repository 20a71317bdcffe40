"""Guide → what is printed: one sheet a routine, one card an exercise, and the whole guide as a booklet. Prints nothing.

What a page looks like is in hooks/guide/templates/*.typ and nowhere else; `printing` makes the PDF.
"""

from __future__ import annotations

from guide.handout.document import Edition, Picture, Pictures, no_pictures
from guide.handout.key_frames import key_frames
from guide.handout.sheets import booklet_document, exercise_document, routine_document

__all__ = [
    "Edition",
    "Picture",
    "Pictures",
    "booklet_document",
    "exercise_document",
    "key_frames",
    "no_pictures",
    "routine_document",
]
