"""Run the application on loopback with uvicorn, and generate a package from the document that it
serves."""

from __future__ import annotations

import asyncio
import socket
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.generate.support import Package, importable, made_of, project_of

Use = Callable[[Any], Any]


class Shop:
    """A client of the application, sync or async, and the results of its calls."""

    def __init__(self, client: Any, package: Package, runner: asyncio.Runner | None) -> None:
        self.package = package
        self._client = client
        self._runner = runner

    def call(self, use: Use) -> Any:
        """Use the client, and return the result of its method; an async one is awaited."""
        if self._runner is None:
            return use(self._client)

        async def awaited() -> Any:
            return await use(self._client)

        return self._runner.run(awaited())

    def items(self, use: Use) -> list[Any]:
        """Use the client, and return the items of the stream that its method returns."""
        if self._runner is None:
            return list(use(self._client))

        async def gathered() -> list[Any]:
            return [each async for each in use(self._client)]

        return self._runner.run(gathered())


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Return the URL of the application, and the folder of its files."""
    # Every worker of a run imports this file, but only one uses FastAPI, which takes a second to import.
    import uvicorn

    from tests.fastapi.application import application

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
    """Return the package of the document of the running application."""
    with urllib.request.urlopen(f"{served[0]}/openapi.json") as answer:
        document = answer.read().decode("utf-8")
    made = made_of(project_of(document, tmp_path_factory.mktemp("package"), "fastapi_shop"))
    with importable(made.folder, made.name):
        yield made


@pytest.fixture(scope="module", params=[False, True], ids=["sync", "async"])
def shop(
    served: tuple[str, Path], package: Package, request: pytest.FixtureRequest
) -> Iterator[Shop]:
    if not request.param:
        with package.client(base_url=served[0]) as client:
            yield Shop(client, package, None)
        return
    with asyncio.Runner() as runner:
        client = package.async_client(base_url=served[0])
        yield Shop(client, package, runner)
        runner.run(client.close())
