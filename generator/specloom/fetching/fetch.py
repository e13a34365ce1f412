"""Fetch documents that are no local files: URLs, revisions of git and standard input."""

from __future__ import annotations

import atexit
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from typing import ClassVar
from urllib.error import HTTPError
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from specloom.cache import Cache
from specloom.diagnostics import Collector, Location, SpecloomError
from specloom.documents.reading.download import download
from specloom.documents.reading.load import too_large
from specloom.fetching.access import Access
from specloom.fetching.lock import Locked, read_lock
from specloom.project.model import Project, Source
from specloom.project.sources import OPENAPI, STDIN, SUFFIXES, is_url

_OTHER_FILE = re.compile(rb"""\$ref["']?\s*:\s*["']?[^#"'\s]""")
_GIT_SECONDS = 60
_DOWNLOADS = 8
_KIND = "sources"


class Fetched(Struct, frozen=True):
    """A project whose sources are all local files, and what came by URL."""

    project: Project
    downloads: tuple[Locked, ...] = ()


def fetch_sources(project: Project, access: Access, cache: Cache) -> Fetched:
    """Return the project with a local copy of every source.

    Raises:
        SpecloomError: with everything that cannot be had, or differs from the lock file.
    """
    if not any(each.address for each in project.sources):
        return Fetched(project)
    return _Fetching(project, access, cache).run()


class _Fetching:
    def __init__(self, project: Project, access: Access, cache: Cache) -> None:
        self._project = project
        self._access = access
        self._store = _Store(cache)
        self._lock = read_lock(project.lock) if project.lock is not None else {}
        self._folder = project.lock.parent if project.lock is not None else Path()

    def run(self) -> Fetched:
        collector = Collector()
        addresses = {each.address for each in self._project.sources if is_url(each.address)}
        self._prefetch(sorted(addresses))
        sources: list[Source] = []
        downloads: dict[str, Locked] = {}
        for source in self._project.sources:
            with collector.item():
                if is_url(source.address):
                    path, locked = self._download(source)
                    downloads[source.address] = locked
                    sources.append(replace(source, path=path))
                elif source.address == STDIN:
                    sources.append(replace(source, path=self._standard_input()))
                elif source.address:
                    sources += self._revision(source)
                else:
                    sources.append(source)
        collector.raise_if_errors()
        project = replace(self._project, sources=tuple(sources))
        return Fetched(project, tuple(downloads[each] for each in sorted(downloads)))

    def _prefetch(self, addresses: list[str]) -> None:
        """Download several documents at once."""
        self._contents: dict[str, bytes | SpecloomError] = {}
        wanted = [each for each in addresses if not self._is_stored(each)]
        if not wanted or self._access.offline:
            return
        with ThreadPoolExecutor(min(_DOWNLOADS, len(wanted))) as pool:
            self._contents.update(zip(wanted, pool.map(self._content, wanted), strict=True))

    def _is_stored(self, address: str) -> bool:
        """Whether the copy that the lock file names is enough."""
        locked = self._lock.get(address)
        is_enough = self._access.offline or self._access.frozen
        return (
            is_enough
            and locked is not None
            and self._store.find(locked.sha256, address) is not None
        )

    def _content(self, address: str) -> bytes | SpecloomError:
        limits = self._project.limits
        try:
            return download(address, limits.bytes, limits.seconds)
        except SpecloomError as error:
            return error
        except (OSError, ValueError) as error:
            if isinstance(error, HTTPError):
                error.close()
            reason = getattr(error, "reason", None) or error
            return SpecloomError.of(
                "not-downloaded",
                f"the document cannot be downloaded: {reason}",
                hint="check the URL; with --offline, the copy in specloom.lock is used",
                location=Location(address),
            )

    def _download(self, source: Source) -> tuple[Path, Locked]:
        address = source.address
        locked = self._lock.get(address)
        if self._access.frozen and locked is None:
            raise SpecloomError.of(
                "not-locked",
                "the document is not in specloom.lock, and --frozen forbids to add it",
                hint="run specloom generate once without --frozen",
                location=Location(address),
            )
        if self._is_stored(address):
            assert locked is not None
            path = self._store.find(locked.sha256, address)
            assert path is not None
            return path, locked
        if self._access.offline:
            raise SpecloomError.of(
                "not-stored",
                "there is no copy of the document, and --offline forbids to download it",
                hint="run specloom generate once without --offline",
                location=Location(address),
            )
        content = self._contents[address]
        if isinstance(content, SpecloomError):
            raise content
        found = Locked(address, hashlib.sha256(content).hexdigest(), len(content))
        if self._access.frozen and locked is not None and locked.sha256 != found.sha256:
            raise SpecloomError.of(
                "changed-source",
                "the document differs from the one in specloom.lock",
                hint="run specloom generate without --frozen to use the new document",
                location=Location(address),
            )
        return self._store.put(content, urlsplit(address).path), found

    def _standard_input(self) -> Path:
        content = sys.stdin.buffer.read(self._project.limits.bytes + 1)
        if len(content) > self._project.limits.bytes:
            raise too_large(Location("<stdin>"), self._project.limits.bytes)
        return self._store.put(content, "")

    def _revision(self, source: Source) -> Iterator[Source]:
        """The document in a revision of git, or those in a folder of it."""
        revision, _, path = source.address.partition(":")
        git = _Git(self._folder, source)
        name = git.name_of(revision, path)
        if git.run(["cat-file", "-t", name]) == b"tree\n":
            names = git.run(["ls-tree", "-r", "-z", "--name-only", name]).split(b"\0")
            below = sorted(each.decode("utf-8", "replace") for each in names if each)
            base = source.address.rstrip("/")
            address = f"{base}{'' if base.endswith(':') else '/'}"
            object_ = f"{name.rstrip('/')}{'' if name.endswith(':') else '/'}"
            for each in below:
                if PurePosixPath(each).suffix.lower() in SUFFIXES:
                    content = git.run(["cat-file", "blob", object_ + each])
                    if OPENAPI.search(content):
                        local = self._copy(git, revision, object_ + each, content)
                        yield replace(
                            source, path=local, shown=address + each, address=address + each
                        )
            return
        content = git.run(["cat-file", "blob", name])
        yield replace(source, path=self._copy(git, revision, name, content))

    def _copy(self, git: _Git, revision: str, name: str, content: bytes) -> Path:
        if len(content) > self._project.limits.bytes:
            raise too_large(Location(name), self._project.limits.bytes)
        path = PurePosixPath(name.partition(":")[2])
        if not _OTHER_FILE.search(content):
            return self._store.put(content, path.name)
        return git.folder_of(revision, path) / path.name


class _Git:
    """Reads files of revisions in the repository of a folder."""

    _folders: ClassVar[dict[tuple[str, str], Path]] = {}

    def __init__(self, folder: Path, source: Source) -> None:
        self._folder = folder
        self._source = source

    def run(self, arguments: list[str]) -> bytes:
        """The output of a command of git.

        Raises:
            SpecloomError: git is not installed, or the command fails.
        """
        environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        command = ["git", "-C", str(self._folder), *arguments]
        try:
            made = subprocess.run(
                command, capture_output=True, timeout=_GIT_SECONDS, env=environment, check=True
            )
        except FileNotFoundError:
            raise self._error("git is not installed") from None
        except subprocess.TimeoutExpired:
            raise self._error(f"git did not finish within {_GIT_SECONDS} seconds") from None
        except subprocess.CalledProcessError as error:
            lines = error.stderr.decode("utf-8", "replace").strip().splitlines()
            raise self._error(lines[0].removeprefix("fatal: ") if lines else "git fails") from None
        return made.stdout

    def name_of(self, revision: str, path: str) -> str:
        """The name of a file by its path from the top of the repository, or from the project's folder."""
        if revision.startswith("-"):
            raise self._error(f"{revision!r} is not a revision")
        name = f"{revision}:{path}"
        try:
            self.run(["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"])
        except SpecloomError:
            raise self._error(f"the revision {revision!r} does not exist") from None
        if path.startswith(("./", "../")) or not self._has(name):
            name = f"{revision}:{self._from_top(path)}"
            self.run(["cat-file", "-e", name])
        return name

    def _has(self, name: str) -> bool:
        try:
            self.run(["cat-file", "-e", name])
        except SpecloomError:
            return False
        return True

    def _from_top(self, path: str) -> str:
        """A path below the project's folder, from the top of the repository."""
        prefix = self.run(["rev-parse", "--show-prefix"]).decode("utf-8", "replace").strip()
        found = PurePosixPath(os.path.normpath(prefix + path)).as_posix()
        return "" if found == "." else found

    def folder_of(self, revision: str, path: PurePosixPath) -> Path:
        """A copy of the folder that a document is in, for what it refers to."""
        commit = self.run(["rev-parse", f"{revision}^{{commit}}"]).decode().strip()
        folder = "" if path.parent == PurePosixPath(".") else path.parent.as_posix()
        key = (commit, folder)
        if key not in self._folders:
            top = self.run(["rev-parse", "--show-toplevel"]).decode("utf-8", "replace").rstrip("\n")
            self._folder = Path(top)
            archive = self.run(["archive", "--format=tar", f"{commit}:{folder}"])
            self._folders[key] = _unpacked(archive)
        return self._folders[key]

    def _error(self, reason: str) -> SpecloomError:
        return SpecloomError.of(
            "not-in-git",
            f"the document cannot be read from git: {reason}",
            hint="write REVISION:PATH, for example HEAD~1:openapi.yaml, and run the command in "
            "a repository",
            location=Location(self._source.shown),
        )


def _unpacked(archive: bytes) -> Path:
    """The regular files of an archive in a new folder, which is removed when the process ends."""
    folder = _temporary_folder()
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            if member.isfile() and not path.is_absolute() and ".." not in path.parts:
                content = tar.extractfile(member)
                if content is not None:
                    (folder / path).parent.mkdir(parents=True, exist_ok=True)
                    (folder / path).write_bytes(content.read())
    return folder


def _temporary_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="specloom-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class _Store:
    """Keeps copies of documents by their digest, in the cache or in a temporary folder."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._temporary: Path | None = None

    def put(self, content: bytes, name: str) -> Path:
        """The path of a copy; it has the suffix of `name` if that is one of a document."""
        digest = hashlib.sha256(content).hexdigest()
        found = self.find(digest, name)
        if found is not None:
            return found
        if self._cache.folder is not None:
            self._cache.put_file(_KIND, digest + _suffix(name), content)
            found = self.find(digest, name)
            if found is not None:
                return found
        self._temporary = self._temporary or _temporary_folder()
        path = self._temporary / (digest + _suffix(name))
        path.write_bytes(content)
        return path

    def find(self, digest: str, name: str) -> Path | None:
        """The path of a copy that is whole; None if there is none."""
        if self._cache.folder is None:
            return None
        path = self._cache.folder / _KIND / (digest + _suffix(urlsplit(name).path))
        try:
            content = path.read_bytes()
        except OSError:
            return None
        return path if hashlib.sha256(content).hexdigest() == digest else None


def _suffix(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix in SUFFIXES else ""
