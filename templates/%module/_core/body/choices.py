"""Request bodies for which an operation accepts several media types."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import cast

from msgspec import UNSET, Struct, UnsetType

from ..codec.urls import is_array
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
    """A body of one of several media types. The default one is the first of `bodies`.

    Attributes:
        bodies: The body in each media type.
        models: The models that each of them is made of, if they differ.
    """

    bodies: tuple[RequestBody, ...] = field(default=(), kw_only=True)
    models: tuple[tuple[type[Struct], ...], ...] = field(default=(), kw_only=True)

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
        """Return the first body that accepts this value, or else the default one."""
        models = self.models or ((),) * len(self.bodies)
        possible = [
            (each, classes)
            for each, classes in zip(self.bodies, models, strict=True)
            if _is_of_type(each, content)
        ] or [(self.bodies[0], ())]
        fitting = [each for each, classes in possible if _is_made_of(classes, content)]
        picked = (fitting or [each for each, _ in possible])[0]
        if "*" in picked.media_type and not isinstance(picked, Upload):
            return replace(picked, media_type="application/octet-stream")
        return picked


def _is_of_type(body: RequestBody, content: object) -> bool:
    """Return whether both are bytes, or a string, or neither. Only a multipart form contains files."""
    is_bytes = isinstance(body, Upload)
    is_text = not is_bytes and body.media_type.startswith("text/")
    if is_bytes != _is_stream(content) or is_text != isinstance(content, str):
        return False
    return _bare(body.media_type).startswith("multipart/") or not _has_files(_values(content))


def _is_made_of(models: tuple[type[Struct], ...], content: object) -> bool:
    """Return whether a model is one of these, or one of these has the properties of a mapping."""
    if not models:
        return True
    if isinstance(content, Mapping):
        keys = set(cast(Mapping[object, object], content))
        return any(keys <= set(each.__struct_encode_fields__) for each in models)
    return not isinstance(content, Struct) or isinstance(content, models)


def _values(content: object) -> Iterable[object]:
    if isinstance(content, Mapping):
        return cast(Mapping[object, object], content).values()
    if isinstance(content, Struct):
        return [getattr(content, each) for each in content.__struct_fields__]
    return ()


def _has_files(values: Iterable[object]) -> bool:
    return any(
        is_file(each) and not isinstance(each, (bytes, bytearray, memoryview))
        for value in values
        for each in (cast(Iterable[object], value) if is_array(value) else (value,))
    )


def _bare(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()
