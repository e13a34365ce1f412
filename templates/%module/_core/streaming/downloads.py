"""Save a response to a file, which gets its name when it is complete."""

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
