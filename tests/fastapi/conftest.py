"""The application on loopback by uvicorn, and a package made of the document that it serves."""

from __future__ import annotations

import asyncio
import socket
import threading
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from tests.fastapi.application import application
from tests.generate.support import Package, importable, made_of, project_of

Use = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Shop:
    """The application, and how a client of one kind is used."""

    url: str
    package: Package
    is_async: bool
    folder: Path

    def call(self, use: Use) -> Any:
        """Use a client, and return what its method returns; an async one's result is awaited."""
        if not self.is_async:
            with self.package.client(base_url=self.url) as client:
                return use(client)
        return asyncio.run(self._awaited(use))

    def items(self, use: Use) -> list[Any]:
        """Use a client, and return the items of the stream that its method returns."""
        if not self.is_async:
            with self.package.client(base_url=self.url) as client:
                return list(use(client))
        return asyncio.run(self._gathered(use))

    async def _awaited(self, use: Use) -> Any:
        async with self.package.async_client(base_url=self.url) as client:
            return await use(client)

    async def _gathered(self, use: Use) -> list[Any]:
        async with self.package.async_client(base_url=self.url) as client:
            return [each async for each in use(client)]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The URL of the application, and the folder of its files."""
    folder = tmp_path_factory.mktemp("files")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        config = uvicorn.Config(application(folder), log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", folder
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def package(
    served: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Package]:
    """The package that is made of the document of the running application."""
    with urllib.request.urlopen(f"{served[0]}/openapi.json") as answer:
        document = answer.read().decode("utf-8")
    made = made_of(project_of(document, tmp_path_factory.mktemp("package"), "fastapi_shop"))
    with importable(made.folder, made.name):
        yield made


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def shop(
    served: tuple[str, Path], package: Package, request: pytest.FixtureRequest
) -> Iterator[Shop]:
    yield Shop(served[0], package, request.param, served[1])
