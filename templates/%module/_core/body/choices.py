"""Request bodies for which an operation accepts several media types."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from msgspec import UNSET, UnsetType

from ..operation import RequestBody
from .body import by_media_type
from .files import is_file
from .uploads import Sends, Upload, portions


@dataclass(frozen=True, slots=True)
class Chosen:
    """A body and its media type; "" if the type of the content decides."""

    content: object
    media_type: str


def chosen(resource: Sends, content: object, media_type: str | UnsetType) -> object:
    """Return a body and its media type as the client of a resource can send them.

    Returns:
        A `Chosen`, or UNSET if there is no body.

    Raises:
        TypeError: The content is an asynchronous iterable, and the client is synchronous.
    """
    if content is UNSET:
        return UNSET
    if _is_stream(content):
        content = portions(resource, content)
    return Chosen(content, "" if isinstance(media_type, UnsetType) else media_type)


def _is_stream(content: object) -> bool:
    return is_file(content) or isinstance(content, (Iterator, AsyncIterable))


@dataclass(frozen=True, slots=True)
class Choice(RequestBody):
    """A body of one of several media types. The default one is the first of `bodies`."""

    bodies: tuple[RequestBody, ...] = field(default=(), kw_only=True)

    def build(self, body: object) -> tuple[bytes, str] | None:
        """Return the content and its media type.

        Building the body of that media type may raise further errors.

        Raises:
            ValueError: The operation does not accept the media type.
        """
        given = body if isinstance(body, Chosen) else Chosen(body, "")
        picked = self._named(given.media_type) if given.media_type else self._fitting(given.content)
        built = picked.build(given.content)
        if built is not None and given.media_type and isinstance(picked, Upload):
            built = built[0], given.media_type
        if built is None:
            written = by_media_type(picked.media_type, given.content)
            built = written.content, written.media_type
        return built

    def _named(self, media_type: str) -> RequestBody:
        bare = _bare(media_type)
        for each in self.bodies:
            if fnmatchcase(bare, _bare(each.media_type)):
                return replace(each, media_type=media_type)
        known = ", ".join(each.media_type for each in self.bodies)
        raise ValueError(f"the media type of the body is {media_type!r}; the API accepts {known}")

    def _fitting(self, content: object) -> RequestBody:
        """Return the first body that accepts a value of this type, or else the default one."""
        is_bytes = _is_stream(content)
        for each in self.bodies:
            is_text = not isinstance(each, Upload) and each.media_type.startswith("text/")
            if isinstance(each, Upload) == is_bytes and is_text == isinstance(content, str):
                break
        else:
            each = self.bodies[0]
        if "*" in each.media_type and not isinstance(each, Upload):
            return replace(each, media_type="application/octet-stream")
        return each


def _bare(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()
