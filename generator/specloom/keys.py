"""Compute keys from everything that decides the content of something, for caches to store it by."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

_DIGEST_BYTES = 32


def key_of(*parts: str | bytes) -> str:
    """Return a key that differs if any of its parts differs; strings may hold anything."""
    digest = blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(content))
        digest.update(content)
    return digest.hexdigest()


_digests: dict[tuple[str, int, int, int, int], bytes] = {}

_SETTLED = 1_000_000_000
"""The nanoseconds after which a change of a file shows in its times."""


def digest_of(path: Path) -> bytes:
    """Return a digest of a file; one that has not changed since this run read it is not read again.

    Raises:
        OSError: it cannot be read.
    """
    now, state = time.time_ns(), path.stat()
    known = (str(path), state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
    if known in _digests:
        return _digests[known]
    found = blake2b(path.read_bytes(), digest_size=_DIGEST_BYTES).digest()
    if now - max(state.st_mtime_ns, state.st_ctime_ns) > _SETTLED:
        _digests[known] = found
    return found


@lru_cache(maxsize=1)
def tool_key() -> str:
    """Return a key of everything that makes output of input: specloom's own files, Python, libraries."""
    return key_of(code_key(), sys.version, *map(version_of, _LIBRARIES))


@lru_cache(maxsize=1)
def code_key() -> str:
    """Return a key of specloom's own files. It is the same on every machine."""
    from specloom.templates import template_root

    parts: list[str | bytes] = []
    for root, ending in ((Path(__file__).parent, ".py"), (template_root(), "")):
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                if name.endswith(ending):
                    path = os.path.join(folder, name)
                    with open(path, "rb") as file:
                        parts += [os.path.relpath(path, root).replace(os.sep, "/"), file.read()]
    return key_of(*parts)


_LIBRARIES = tuple(
    "jinja2 jsonpath-rfc9535 jsonschema jsonschema-rs jsonschema-specifications openapi-spec-validator pyyaml".split()
)


def version_of(distribution: str) -> str:
    """Return the version of an installed distribution, ``""`` if it is not installed."""
    return _installed().get(distribution, "")


@lru_cache(maxsize=1)
def _installed() -> dict[str, str]:
    """The versions of all distributions, by the names of their folders.

    To import and use `importlib.metadata` takes longer than a run from the cache.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder or "."):
                if name.endswith((".dist-info", ".egg-info")):
                    distribution, _, version = name.rpartition(".")[0].partition("-")
                    found.setdefault(distribution.lower().replace("_", "-"), version)
    return found
