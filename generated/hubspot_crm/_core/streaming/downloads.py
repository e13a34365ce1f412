"""Save an answer to a file, which has its name only once it is whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ..progress import Progress, chosen
from ..transport import Headers
from .streams import AsyncStream, Stream

AnyPath = str | os.PathLike[str]


class Download(Stream[bytes]):
    """The bytes of an answer in portions, or for a file."""

    def save(
        self, path: AnyPath, *, overwrite: bool = False, progress: bool | Progress = False
    ) -> Path:
        """Write the answer to a file, and give its path.

        The bytes are written to a hidden file beside it, which gets the name once all have come. If
        anything fails that file is removed, and what stood at `path` is as it was.

        Args:
            path: Where to; its folder must exist.
            overwrite: Whether to replace a file that exists.
            progress: True shows a bar or log lines; or a Progress of yours. It counts bytes.

        Raises:
            FileExistsError: there is a file, and `overwrite` is false. Nothing is sent if it is known before.
            ApiError: as any call.
            OSError: the file cannot be written.
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
    """As Download, of an async client. The file is written in between, which is short."""

    async def save(
        self, path: AnyPath, *, overwrite: bool = False, progress: bool | Progress = False
    ) -> Path:
        """As Download.save."""
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
        """What writes a portion, and shows how far it is."""
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
    _check(final, overwrite)
    part = final.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield _Saving(final, file)
            file.flush()
            os.fsync(file.fileno())
        _name(part, final, overwrite)
    finally:
        part.unlink(missing_ok=True)


def _check(final: Path, overwrite: bool) -> None:
    if final.is_dir():
        raise IsADirectoryError(f"{str(final)!r} is a folder; name the file to write")
    if not overwrite and os.path.lexists(final):
        raise _exists(final)


def _name(part: Path, final: Path, overwrite: bool) -> None:
    """Give a file that is whole its name, in one step."""
    if overwrite:
        part.replace(final)
        return
    try:
        os.link(part, final)  # unlike a rename, it replaces nothing
    except FileExistsError:
        raise _exists(final) from None
    except OSError:  # a file system without links
        if os.path.lexists(final):
            raise _exists(final) from None
        part.rename(final)


def _exists(final: Path) -> FileExistsError:
    return FileExistsError(f"{str(final)!r} exists; overwrite=True replaces it")


def _length(headers: Headers) -> int | None:
    """The number of bytes that will come, where the headers say it."""
    if headers.get("content-encoding", "identity") != "identity":
        return None
    with suppress(ValueError):
        return int(headers.get("content-length", ""))
    return None
