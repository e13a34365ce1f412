"""Store entries in a folder, by the digest of everything that affects their content.

The cache is optional: with a folder that cannot be used, or that other users can write to, runs are
only slower. Each entry contains its own digest; a damaged one is ignored.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from hashlib import blake2b
from pathlib import Path

VARIABLE = "SPECLOOM_CACHE_DIR"
"""The environment variable with the folder of the cache, instead of the user's cache folder."""

MOST_BYTES = 512_000_000
"""The maximum size of the cache; the least recently used entries are removed first."""

_MARK_BYTES = 32


class Cache:
    """A folder of entries by kind and key. Without a folder, nothing is stored.

    Several runs may use one folder at once: an entry is complete or does not exist. `refusal` is
    the reason why a folder is not used, or empty.
    """

    def __init__(self, folder: Path | None) -> None:
        self.refusal = "" if folder is None else _refusal(folder)
        self.folder = None if self.refusal else folder
        self._has_grown = False

    def get(self, kind: str, key: str) -> bytes | None:
        """Return an entry, or None if it does not exist or is damaged."""
        if self.folder is None:
            return None
        path = self.folder / kind / key
        try:
            content = path.read_bytes()
            if content[:_MARK_BYTES] != _mark(kind, key, content[_MARK_BYTES:]):
                return None
            os.utime(path)
        except OSError:
            return None
        return content[_MARK_BYTES:]

    def has(self, kind: str, key: str) -> bool:
        """Return whether an entry exists; it may still be damaged."""
        return self.folder is not None and (self.folder / kind / key).is_file()

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Store an entry, and replace the one with its key."""
        self.put_file(kind, key, _mark(kind, key, content) + content)

    def put_file(self, kind: str, key: str, content: bytes) -> None:
        """Store a file unchanged; readers have to check that it is not damaged."""
        if self.folder is None:
            return
        folder = self.folder / kind
        with contextlib.suppress(OSError):
            # One by one: with `parents`, their permissions would depend on the umask.
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            self.folder.mkdir(mode=0o700, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=folder, prefix=".")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                os.replace(name, folder / key)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(name)
                raise
            self._has_grown = True

    def trim(self, most: int = MOST_BYTES) -> None:
        """Remove the oldest entries if this run made the cache too large."""
        if not self._has_grown:
            return
        self._has_grown = False
        entries = sorted(self._entries(), reverse=True)
        size = 0
        for _, length, path in entries:
            size += length
            if size > most:
                with contextlib.suppress(OSError):
                    path.unlink()

    def usage(self) -> tuple[int, int]:
        """Return the number of entries, and their size in bytes."""
        sizes = [size for _, size, _ in self._entries()]
        return len(sizes), sum(sizes)

    def clear(self) -> None:
        """Remove every entry."""
        for _, _, path in self._entries():
            with contextlib.suppress(OSError):
                path.unlink()

    def _entries(self) -> list[tuple[float, int, Path]]:
        """Yield every entry: when it was last used, its size in bytes, and its file."""
        found: list[tuple[float, int, Path]] = []
        for path in sorted(self.folder.glob("*/*")) if self.folder is not None else ():
            with contextlib.suppress(OSError):
                state = path.stat()
                if stat.S_ISREG(state.st_mode):
                    found.append((state.st_mtime, state.st_size, path))
        return found


def user_cache() -> Cache:
    """Return the cache of the user, or the one that `SPECLOOM_CACHE_DIR` names."""
    if named := os.environ.get(VARIABLE):
        return Cache(Path(named))
    import platformdirs

    return Cache(Path(platformdirs.user_cache_dir("specloom")) / "1")


def _mark(kind: str, key: str, content: bytes) -> bytes:
    digest = blake2b(f"{kind}/{key}:".encode(), digest_size=_MARK_BYTES)
    digest.update(content)
    return digest.digest()


def _refusal(folder: Path) -> str:
    """Return why a folder cannot be trusted, or an empty string if nobody else can have written to it.

    Earlier versions created the folder with the permissions of the umask. If the folder belongs to
    the user but a group can write to it, the permission is removed, and so are files of other
    users.
    """
    if os.name != "posix":
        return ""
    try:
        state = folder.stat()
    except OSError:
        return ""  # it is created when needed
    if state.st_uid != os.getuid():
        return f"the cache folder {folder} belongs to another user"
    if not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return ""
    try:
        folder.chmod(stat.S_IMODE(state.st_mode) & ~(stat.S_IWGRP | stat.S_IWOTH))
        for path in folder.iterdir():
            other = path.lstat()
            if other.st_uid != os.getuid() or other.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                _remove(path)
    except OSError as error:
        return f"other users can write to the cache folder {folder}: {error.strerror}"
    return ""


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        import shutil

        shutil.rmtree(path)
    else:
        path.unlink()
