"""Stream the response of any call: `download` for bytes or a file, `events` for server-sent events."""

from __future__ import annotations

import inspect
import os
import secrets
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, ParamSpec, cast
from typing import Unpack

from ..call.any_request import RequestParts, describe_request
from ..call.request import Arguments, Call
from ..client import AsyncClient, Client
from ..operation import Operation
from ..options import RequestOptions
from ..progress import Progress, chosen
from ..resource import AsyncResource, Resource
from ..transport import Headers
from .decoders import Chunks, Event, Events, Streamed
from .streams import AsyncStream, Stream, asking_for, stream_call

AnyPath = str | os.PathLike[str]


class Download(Stream[bytes]):
    """The bytes of a response, to iterate over or to save to a file."""

    def save(
        self, path: AnyPath, *, overwrite: bool = False, progress: bool | Progress = False
    ) -> Path:
        """Write the response to a file.

        The bytes are written to a hidden file in the same folder, which is renamed when it is
        complete. If anything fails, the hidden file is removed, and an existing file at `path`
        is unchanged.

        Args:
            path: The file to write; its folder must exist.
            overwrite: Whether to replace an existing file.
            progress: True to show a bar or log lines, or a Progress of your own. It counts bytes.

        Returns:
            The path of the file.

        Raises:
            FileExistsError: The file exists, and `overwrite` is false. No request is sent if it
                exists at the beginning.
            ApiError: The call failed, for the same reasons as any call.
            OSError: The file cannot be written.
        """
        with (
            _saving(path, overwrite) as saving,
            self,
            saving.shown(progress, self.headers) as write,
        ):
            for portion in self:
                write(portion)
        return saving.path


class AsyncDownload(AsyncStream[bytes]):
    """The bytes of a response of an async client, as in Download.

    Writing to the file blocks the event loop for a short time.
    """

    async def save(
        self, path: AnyPath, *, overwrite: bool = False, progress: bool | Progress = False
    ) -> Path:
        """Write the response to a file. See `Download.save`."""
        with _saving(path, overwrite) as saving:
            async with self:
                with saving.shown(progress, self.headers) as write:
                    async for portion in self:
                        write(portion)
        return saving.path


class _Saving:
    """A file that is being written."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self.path, self._file = path, file

    @contextmanager
    def shown(self, progress: bool | Progress, headers: Headers) -> Generator[_Write]:
        """Yield a function that writes a chunk and shows the progress."""
        bar = chosen(progress)
        if bar is not None:
            bar.start("bytes", _length(headers))
        try:
            yield _Write(self._file, bar)
        finally:
            if bar is not None:
                bar.stop()


class _Write:
    def __init__(self, file: BinaryIO, bar: Progress | None) -> None:
        self._file, self._bar = file, bar

    def __call__(self, portion: bytes) -> None:
        self._file.write(portion)
        if self._bar is not None:
            self._bar.advance(len(portion))


@contextmanager
def _saving(path: AnyPath, overwrite: bool) -> Generator[_Saving]:
    final = Path(path)
    check_target(final, overwrite)
    part = final.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield _Saving(final, file)
            file.flush()
            os.fsync(file.fileno())
        _name(part, final, overwrite)
    finally:
        part.unlink(missing_ok=True)


def check_target(final: Path, overwrite: bool) -> None:
    """Raise the error for a path that no file can be saved to."""
    if final.is_dir():
        raise IsADirectoryError(f"{str(final)!r} is a folder; pass the path of the file to write")
    if not overwrite and os.path.lexists(final):
        raise _exists(final)


def _name(part: Path, final: Path, overwrite: bool) -> None:
    """Rename a complete file, in one step."""
    if overwrite:
        part.replace(final)
        return
    try:
        os.link(part, final)  # unlike a rename, a link never replaces a file
    except FileExistsError:
        raise _exists(final) from None
    except OSError:  # a file system without hard links
        if os.path.lexists(final):
            raise _exists(final) from None
        part.rename(final)


def _exists(final: Path) -> FileExistsError:
    return FileExistsError(f"{str(final)!r} already exists; pass overwrite=True to replace it")


def _length(headers: Headers) -> int | None:
    """Return the number of bytes to expect, or None if the headers do not give it."""
    if headers.get("content-encoding", "identity") != "identity":
        return None
    with suppress(ValueError):
        return int(headers.get("content-length", ""))
    return None


P = ParamSpec("P")
Caught = tuple[Operation[Any], Arguments, RequestOptions | None]


class _Catching:
    """Replaces a resource to capture the request that a method of it would send."""

    def __init__(self, resource: Any) -> None:
        self._roots = resource._roots

    def _caught(
        self, operation: Operation[Any], *, options: RequestOptions | None = None, **given: Any
    ) -> Caught:
        return operation, Arguments(self._roots[operation.root], **given), options

    def _call(self, operation: Operation[Any], **given: Any) -> Any:
        return self._caught(operation, **given)

    def _stream(self, operation: Operation[Any], **given: Any) -> Caught:
        return self._caught(operation, **given)

    def _call_or_stream(self, operation: Operation[Any], is_streamed: bool, **given: Any) -> Caught:
        wanted = operation.stream.media_type if is_streamed else ""
        return self._caught(asking_for(operation, wanted), **given)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("streaming requires a method that sends one request, not a list or a batch")

    _paginate = _batch = _refuse


class _CatchingResource(_Catching, Resource):
    """Replaces a resource of a sync client."""


class _CatchingAsyncResource(_Catching, AsyncResource):
    """Replaces a resource of an async client."""

    async def _call(self, operation: Operation[Any], **given: Any) -> Any:
        return self._caught(operation, **given)


def download(method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Download:
    """Call a method and stream the bytes of its response, or save them to a file.

        with download(client.files.get, "1") as portions: ...
        download(client.files.get, "1").save("report.pdf")

    Args:
        method: A method of a resource of a sync client.
        args: The positional arguments of the method.
        kwargs: The keyword arguments of the method.

    Returns:
        The stream of bytes. The request is sent when it is used.

    Raises:
        TypeError: The method is not of such a resource, or does not send exactly one request.
    """
    return Download(*_parts(method, Resource, args, kwargs, None))


def download_async(
    method: Callable[P, Awaitable[object]], /, *args: P.args, **kwargs: P.kwargs
) -> AsyncDownload:
    """Call a method of an async client and stream the bytes of its response.

        await download_async(client.files.get, "1").save("report.pdf")

    Raises:
        TypeError: The method is not of such a resource, or does not send exactly one request.
    """
    return AsyncDownload(*_parts(method, AsyncResource, args, kwargs, None))


def events(method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Stream[Event[Any]]:
    """Call a method and stream server-sent events that the API does not declare.

    Returns:
        The stream of events. The request is sent when it is used.

    Raises:
        TypeError: The method is not of a resource of a sync client, or does not send exactly one
            request.
    """
    return Stream(*_parts(method, Resource, args, kwargs, Events()))


def events_async(
    method: Callable[P, Awaitable[object]], /, *args: P.args, **kwargs: P.kwargs
) -> AsyncStream[Event[Any]]:
    """Call a method of an async client and stream server-sent events, as `events` does.

    Raises:
        TypeError: The method is not of a resource of an async client, or does not send exactly one
            request.
    """
    return AsyncStream(*_parts(method, AsyncResource, args, kwargs, Events()))


def _parts(
    method: Any,
    kind: type[object],
    args: tuple[object, ...],
    kwargs: dict[str, Any],
    wanted: Streamed[Any] | None,
) -> tuple[Call[Any], Streamed[Any]]:
    """Return the arguments of a stream. By default it is a stream of bytes."""
    resource = getattr(method, "__self__", None)
    own = Client if kind is Resource else AsyncClient
    if isinstance(resource, own) and method == resource.request:
        return _request(resource, wanted, *cast(Any, args), **kwargs)
    if not isinstance(resource, kind):
        way = "an async" if kind is AsyncResource else "a sync"
        raise TypeError(f"streaming requires a method of a resource of {way} client")
    caught = _CatchingAsyncResource if kind is AsyncResource else _CatchingResource
    found = _finished(method.__func__(caught(resource), *args, **kwargs))
    if not isinstance(found, tuple):
        raise TypeError("streaming requires a method that sends one request")
    operation, arguments, options = cast(Caught, found)
    client = cast(Any, resource)._client
    accept = (
        wanted.media_type if wanted else "" if operation.accept or _answers(operation) else "*/*"
    )
    call = stream_call(client, asking_for(operation, accept), arguments, options)
    return call, wanted or Chunks()


def _request(
    client: Any,
    wanted: Streamed[Any] | None,
    method: str,
    url: str,
    response_type: Any = None,
    **parts: Unpack[RequestParts],
) -> tuple[Call[Any], Streamed[Any]]:
    """Return the arguments of a stream that is the response to `client.request`."""
    configuration, operation, arguments, options = describe_request(
        client._configuration, method, url, response_type, parts
    )
    operation = asking_for(operation, wanted.media_type if wanted else "*/*")
    call = stream_call(client._twin(configuration), operation, arguments, options)
    return call, wanted or Chunks()


def _finished(found: object) -> object:
    """Return what a method returns, or what a coroutine returns, without an event loop.

    The coroutine of a captured call never waits for anything.
    """
    if not inspect.iscoroutine(found):
        return found
    try:
        found.send(None)
    except StopIteration as done:
        return done.value
    found.close()
    raise TypeError("streaming requires a method that sends one request")


def _answers(operation: Operation[Any]) -> bool:
    """Return whether a successful response is declared to have a body."""
    return any(
        kind is not None
        for status, kind in operation.responses.items()
        if str(status).startswith("2")
    )
