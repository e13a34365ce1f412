"""Fixtures that generate, import and call packages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from tests.generate.support import Package, importable, made_of, project_of, unreached
from tests.support.loopback import Loopback
from tests.support.mypy_run import libraries_cache, run_mypy

Generated = Callable[..., Package]
MypyStrict = Callable[..., None]
_numbers = count(1)


@pytest.fixture(scope="session", autouse=True)
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Use one cache of formatted files for all tests, and not that of the user."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(base / "cache"))
        yield


@pytest.fixture
def generated(tmp_path: Path) -> Iterator[Generated]:
    """Generate a package from the text of a document, ready to be imported; its clients reach
    every operation.

    `settings` is the text of a project file without [package] and [documents], `features` are those
    that the project requests.
    """
    with ExitStack() as stack:

        def make(
            text: str,
            package: str | None = None,
            settings: str | None = None,
            features: tuple[str, ...] = (),
        ) -> Package:
            name = package or f"shop_{next(_numbers)}"
            folder = tmp_path / name
            folder.mkdir()
            project = project_of(text, folder, name, settings, features)
            made = made_of(project)
            stack.enter_context(importable(made.folder, name))
            assert unreached(project, made) == []
            return made

        yield make


@pytest.fixture(scope="session")
def mypy_strict(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., None]:
    """Run mypy --strict on files and folders, and fail with what it reports."""
    cache = tmp_path_factory.mktemp("mypy")
    shutil.copytree(libraries_cache(tmp_path_factory), cache, dirs_exist_ok=True)

    def check(*paths: Path) -> None:
        output, errors, status = run_mypy(
            ["--strict", "--config-file=", f"--cache-dir={cache}", *map(str, paths)]
        )
        assert (status, errors) == (0, ""), output

    return check


@pytest.fixture
def server() -> Iterator[Loopback]:
    """Return a server on loopback."""
    with Loopback() as running:
        yield running
