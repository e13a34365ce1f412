"""Find the messages in error bodies of common shapes.

They are used where no extension of the document gives the location of the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import cast

from ..errors import one_line
from ..transport import Response

_LONGEST = 300
_MOST_FAULTS = 3
_DEPTH = 4
_MARKUP = 20_000  # bytes of a page in which to search for the title
# Property names in lower case without separators, from the most to the least specific.
_PAIRS = (("loc", "msg"), ("error", "errordescription"), ("title", "detail"))
_MESSAGES = "message errormessage detail errordescription description reason msg".split()
_NESTED = ("error", "errors", "fault", "exception")
_NAMES = ("title", "code", "type")
_TITLE = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def find_faults(data: object) -> tuple[str, ...]:
    """Return the distinct messages in a parsed error body, each on one line, best first.

    The known properties are `message`, `error` (a string, or an object with a message), `detail` (a
    string, or a list of `{loc, msg}`), `title`, `errors` (strings, objects, or lists by field) and
    `error_description`, in any case.
    """
    found = (one_line(" ".join(each.split()), _LONGEST) for each in _faults(data, 0))
    return tuple(dict.fromkeys(each for each in found if each))


def find_text(response: Response) -> str | None:
    """Return the message of an error body that is not JSON.

    It is the title of an HTML page or the start of a plain text, or None.
    """
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    content = response.content[:_MARKUP].decode("utf-8", "replace")
    start = content.lstrip("\ufeff \t\r\n")
    if "html" in media_type or re.match(r"<(!doctype\s+html|html)\b", start, re.IGNORECASE):
        title = _TITLE.search(content)
        content = unescape(_TAG.sub(" ", title[2])) if title else ""
    elif media_type.startswith("text/"):
        content = "" if start.startswith("<") else content
    elif media_type or "\ufffd" in content or not start[:1].isalpha() or start.strip() == "null":
        return None
    return one_line(" ".join(content.split()), _LONGEST) or None


def _faults(data: object, depth: int) -> Iterator[str]:
    if depth > _DEPTH:
        return
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for each in cast("list[object]", data)[:_MOST_FAULTS]:
            yield from islice(_faults(each, depth + 1), 1)
    elif isinstance(data, dict):
        yield from _of_object(cast("dict[str, object]", data), depth)


def _of_object(data: dict[str, object], depth: int) -> Iterator[str]:
    members = {
        name.lower().replace("_", "").replace("-", ""): value
        for name, value in reversed(data.items())
    }
    if isinstance(location := members.get("loc"), list):  # such as FastAPI's ["body", "name"]
        members["loc"] = ".".join(map(str, cast("list[object]", location)))
    found = False
    for name, other in _PAIRS:
        subject, message = members.get(name), members.get(other)
        if subject and isinstance(subject, str) and isinstance(message, str):
            yield f"{subject}: {message}"
            found = True
            members[name] = members[other] = None
    for name in (*_MESSAGES, *_NESTED):
        for message in _of_member(members.get(name), depth + 1):
            yield message
            found = True
    if not found:
        names = (members.get(name) for name in _NAMES)
        yield from islice((name for name in names if isinstance(name, str)), 1)


def _of_member(value: object, depth: int) -> Iterator[str]:
    """Yield the messages of a property, which may be an object with messages by field."""
    found = list(_faults(value, depth))
    if not found and isinstance(value, dict):
        fields = list(cast("dict[str, object]", value).items())[:_MOST_FAULTS]
        found = [f"{field}: {each}" for field, one in fields for each in _faults(one, depth)]
    yield from found
