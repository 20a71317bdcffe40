"""What a proposal changes for readers: two versions of the guide → changes → a page and a summary. Pure."""

from guide.changes.change import Changes, FileChange, Review
from guide.changes.compare import compare
from guide.changes.documents import documents
from guide.changes.review_page import review_page
from guide.changes.summary import summary
from guide.changes.version import Version, version

__all__ = [
    "Changes",
    "FileChange",
    "Review",
    "Version",
    "compare",
    "documents",
    "review_page",
    "summary",
    "version",
]
