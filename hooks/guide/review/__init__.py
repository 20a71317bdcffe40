"""What a proposal changes for readers: two versions of the guide → changes → a page and a summary. Pure."""

from guide.review.changes import Changes, FileChange, Review
from guide.review.compare import compare
from guide.review.hand_written import documents
from guide.review.review_page import review_page
from guide.review.summary import summary
from guide.review.version import Version, version

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
