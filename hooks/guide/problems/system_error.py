"""What the system refuses (a full disk, a folder that may not be written) as one sentence, with what to do about it."""

from __future__ import annotations

import errno
from tomllib import TOMLDecodeError

from jinja2 import TemplateError

_REMEDIES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "make room on the disk"),
    **dict.fromkeys((errno.EACCES, errno.EPERM), "give yourself the right to it"),
    errno.EROFS: "choose a folder that can be written",
    errno.EBUSY: "choose another folder, or end what uses this one",
    errno.EXDEV: "choose a folder on one disk",
    errno.ENOENT: "put it there, or name another place",
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), "move the file away that stands where a folder is needed"),
    errno.EISDIR: "move the folder away that stands where a file is needed",
    **dict.fromkeys((errno.EMFILE, errno.ENOMEM), "close other programs"),
}


def sentence(error: OSError) -> str:
    """`path: reason: what to do`."""
    reason = (error.strerror or str(error) or "no reason given").lower()
    if error.filename is None:  # what fails while it is written has no name any more
        return f"the disk: {reason}: make room on it, and look whether you may write there"
    return f"{error.filename}: {reason}: {_REMEDIES.get(error.errno or 0, 'look at what is there, then try again')}"


def refusal(error: Exception) -> str:
    """What ended a build, where it is no fault of the program's; else nothing."""
    if isinstance(error, OSError):
        return f"nothing was published. {sentence(error)}"
    if isinstance(error, TemplateError):
        return f"a template has a problem, so nothing was published: {place(error)}{error}"
    if isinstance(error, TOMLDecodeError):
        return f"pyproject.toml has a problem, so nothing was published: {error}"
    return ""


def place(error: Exception) -> str:
    """`path:line: ` where the error names one."""
    name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    return f"{name}:{line}: " if name else ""
