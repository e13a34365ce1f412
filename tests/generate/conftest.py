"""Generate, import and call: fixtures for tests of what documents become."""

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
    """One cache of formatted texts for all tests, and none of the user's."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(base / "cache"))
        yield


@pytest.fixture
def generated(tmp_path: Path) -> Iterator[Generated]:
    """Make a package of the text of a document, ready to be imported; its clients reach every operation.

    `settings` is the text of a project file, its [package] and [documents] apart, `features` what the
    project asks for.
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
    """Have mypy --strict read files and folders, and fail with whatever it finds."""
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
    """A server on loopback."""
    with Loopback() as running:
        yield running
