"""Find the messages in error bodies of common shapes.

They are used where no extension of the document gives the location of the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import cast

from ..errors import one_line
from ..transport import Response

_LONGEST = 300
_MOST_FAULTS = 3
_DEPTH = 4
_MARKUP = 20_000  # bytes of a page in which to search for the title
# Property names in lower case without separators, from the most to the least specific.
_SENTENCES = (
    "message",
    "errormessage",
    "detail",
    "errordescription",
    "description",
    "reason",
    "msg",
)
_NAMES = ("title", "code", "type")
_NESTED = ("error", "errors", "fault", "exception")
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
    match data:
        case str():
            yield data
        case list():
            for each in cast("list[object]", data)[:_MOST_FAULTS]:
                # Only the first message of each error in a list is used.
                yield from [*_faults(each, depth + 1)][:1]
        case dict():
            yield from _of_object(cast("dict[str, object]", data), depth)
        case _:
            return


def _of_object(data: dict[str, object], depth: int) -> Iterator[str]:
    members = {_plain(name): value for name, value in reversed(data.items())}
    location = _location(members.get("loc"))
    if location and isinstance(members.get("msg"), str):
        yield f"{location}: {members['msg']}"
        return
    if isinstance(members.get("error"), str) and isinstance(members.get("errordescription"), str):
        yield f"{members['error']}: {members['errordescription']}"  # RFC 6749
        return
    found = False
    if isinstance(members.get("title"), str) and isinstance(members.get("detail"), str):
        yield f"{members['title']}: {members['detail']}"  # RFC 9457
        found = True
    for name in (*_SENTENCES, *_NESTED):
        if found and name == "detail":
            continue
        for each in _member(name, members.get(name), depth):
            found = True
            yield each
    for name in _NAMES if not found else ():
        if isinstance(members.get(name), str):
            yield cast(str, members[name])
            return


def _member(name: str, value: object, depth: int) -> Iterator[str]:
    """Yield the messages of one property.

    The value of `errors` may be an object with messages by field.
    """
    found = list(_faults(value, depth + 1))
    if found or not isinstance(value, dict) or name not in ("errors", "error", "detail", "message"):
        yield from found
        return
    for field, each in list(cast("dict[str, object]", value).items())[:_MOST_FAULTS]:
        for said in _faults(each, depth + 1):
            yield f"{field}: {said}"


def _location(value: object) -> str:
    """Return the location of an error, from a list such as FastAPI's ["body", "name"]."""
    if not isinstance(value, list):
        return ""
    return ".".join(
        str(each) for each in cast(Sequence[object], value) if isinstance(each, (str, int))
    )


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")
