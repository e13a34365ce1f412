"""Keep what is dear to make: bytes go in by the digest of all that decides them, and come out again.

A cache is never needed: a folder that cannot be used, or that others may write to, costs time and
nothing else. Entries are data, and each carries its own digest; one that is damaged is not there.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
import time
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

VARIABLE = "SPECLOOM_CACHE_DIR"
"""The environment variable that says where the cache is, instead of the user's cache folder."""

MOST_BYTES = 512_000_000
"""How large the cache may grow; entries that were used last the longest ago go first."""

_MARK_BYTES = 32


class Cache:
    """A folder of entries by kind and key; without a folder, nothing is kept.

    Several runs may use one folder at once: an entry appears whole or not at all. `refusal` says
    why a folder is not used, and is empty for one that is.
    """

    def __init__(self, folder: Path | None) -> None:
        self.refusal = "" if folder is None else _refusal(folder)
        self.folder = None if self.refusal else folder
        self._has_grown = False

    def get(self, kind: str, key: str) -> bytes | None:
        """Return an entry; None if there is none, or none that is whole."""
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

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Keep an entry, in place of the one that has its key."""
        self.put_file(kind, key, _mark(kind, key, content) + content)

    def put_file(self, kind: str, key: str, content: bytes) -> None:
        """Keep a file as it is; whoever reads it has to check that it is whole."""
        if self.folder is None:
            return
        folder = self.folder / kind
        with contextlib.suppress(OSError):
            # Each by itself: `parents` would leave them to the umask, which may let others write.
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
        """Remove the oldest entries if this run made the cache larger than it may be."""
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
        """How many entries there are, and how many bytes they take."""
        sizes = [size for _, size, _ in self._entries()]
        return len(sizes), sum(sizes)

    def clear(self) -> None:
        """Remove every entry."""
        for _, _, path in self._entries():
            with contextlib.suppress(OSError):
                path.unlink()

    def _entries(self) -> list[tuple[float, int, Path]]:
        """Every entry: when it was used last, its size in bytes, and its file."""
        found: list[tuple[float, int, Path]] = []
        for path in sorted(self.folder.glob("*/*")) if self.folder is not None else ():
            with contextlib.suppress(OSError):
                state = path.stat()
                if stat.S_ISREG(state.st_mode):
                    found.append((state.st_mtime, state.st_size, path))
        return found


def user_cache() -> Cache:
    """The cache of the user, or the one that `SPECLOOM_CACHE_DIR` names."""
    if named := os.environ.get(VARIABLE):
        return Cache(Path(named))
    import platformdirs

    return Cache(Path(platformdirs.user_cache_dir("specloom")) / "1")


def key_of(*parts: str | bytes) -> str:
    """A key that is another one if any of its parts is; texts may hold anything."""
    digest = blake2b(digest_size=_MARK_BYTES)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(content))
        digest.update(content)
    return digest.hexdigest()


_digests: dict[tuple[str, int, int, int, int], bytes] = {}

_SETTLED = 1_000_000_000
"""How many nanoseconds ago a file was touched that shows by its times when it is touched again."""


def digest_of(path: Path) -> bytes:
    """A digest of what a file holds; one that was not touched since this run read it is not read again.

    Raises:
        OSError: it cannot be read.
    """
    now, state = time.time_ns(), path.stat()
    known = (str(path), state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
    if known in _digests:
        return _digests[known]
    found = blake2b(path.read_bytes(), digest_size=_MARK_BYTES).digest()
    if now - max(state.st_mtime_ns, state.st_ctime_ns) > _SETTLED:
        _digests[known] = found
    return found


@lru_cache(maxsize=1)
def tool_key() -> str:
    """A key of everything that makes output of input: specloom's own files, Python, the libraries."""
    from specloom.templates import template_root

    parts: list[str | bytes] = [sys.version]
    for root, ending in ((Path(__file__).parent, ".py"), (template_root(), "")):
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                if name.endswith(ending):
                    path = os.path.join(folder, name)
                    with open(path, "rb") as file:
                        parts += [os.path.relpath(path, root), file.read()]
    return key_of(*parts, *map(version_of, _LIBRARIES))


_LIBRARIES = tuple(
    "jinja2 jsonpath-rfc9535 jsonschema jsonschema-rs jsonschema-specifications openapi-spec-validator pyyaml".split()
)


def version_of(distribution: str) -> str:
    """The version of an installed distribution; ``""`` where it is not installed."""
    return _installed().get(distribution, "")


@lru_cache(maxsize=1)
def _installed() -> dict[str, str]:
    """The versions of all distributions, by the names of their folders.

    `importlib.metadata` takes longer to be imported and asked than a run from the cache takes.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder or "."):
                if name.endswith((".dist-info", ".egg-info")):
                    distribution, _, version = name.rpartition(".")[0].partition("-")
                    found.setdefault(distribution.lower().replace("_", "-"), version)
    return found


def _mark(kind: str, key: str, content: bytes) -> bytes:
    digest = blake2b(f"{kind}/{key}:".encode(), digest_size=_MARK_BYTES)
    digest.update(content)
    return digest.digest()


def _refusal(folder: Path) -> str:
    """Why a folder cannot be trusted; empty where nobody else can have written to it.

    Earlier versions left a folder's permissions to the umask. One of the user's own that a group may
    write to is closed, and what is not the user's is removed from it.
    """
    if os.name != "posix":
        return ""
    try:
        state = folder.stat()
    except OSError:
        return ""  # it is made when it is needed
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
        return f"others may write to the cache folder {folder}: {error.strerror}"
    return ""


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        import shutil

        shutil.rmtree(path)
    else:
        path.unlink()
