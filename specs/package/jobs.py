"""Wait for exports and imports, and save the file of an export.

    task = client.exports.create({...})
    client.exports.download(task.id, "contacts.csv")

These methods are on `client.exports` and `client.imports`, sync and async.
"""

from __future__ import annotations

import os
import time
from dataclasses import replace
from inspect import isawaitable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from msgspec import structs

from ._core.call.exchange import finish
from ._core.call.request import Arguments
from ._core.errors import PermissionDeniedError
from ._core.event_loop import sleep
from ._core.operation import Operation
from ._core.streaming.calls import AsyncDownload, Download, check_target
from ._core.streaming.decoders import Chunks
from ._core.streaming.streams import stream_call
from ._core.transport import Request

if TYPE_CHECKING:
    from .v3.models import ActionResponseWithSingleResultURI, PublicImportResponse

_LONGEST = 3600.0
_PAUSES = (2.0, 30.0)  # the first and the longest one between two requests
_DONE = ("COMPLETE", "DONE")
_FAILED = ("CANCELED", "CONFLICT", "DELETED", "FAILED", "REVERTED")


class JobError(Exception):
    """An export or import ended without success, in `state`. `job` is the last response."""

    def __init__(self, message: str, state: str, job: Any) -> None:
        super().__init__(message)
        self.state, self.job = state, job


class ExportsMethods:
    """Methods of `client.exports`."""

    def wait(
        self,
        task_id: str | int,
        *,
        timeout: float | None = _LONGEST,
    ) -> ActionResponseWithSingleResultURI:
        """Wait until an export is complete.

        Args:
            task_id: The id that `create` returned.
            timeout: The most seconds to wait, or None for no limit.

        Returns:
            The status; `result` is the link of the file, which expires after a few minutes.

        Raises:
            JobError: The export was canceled, or there is no file.
            TimeoutError: The export is not complete in time. It goes on.
            ApiError: A request failed.
        """
        status: ActionResponseWithSingleResultURI = finish(_ended(self, "export", task_id, timeout))
        return status

    def download(
        self,
        task_id: str | int,
        path: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        timeout: float | None = _LONGEST,
    ) -> Path:
        """Wait until an export is complete, and save its file.

        The file gets its name when it is complete. Its host does not receive the access token.

        Args:
            task_id: The id that `create` returned.
            path: The file to write; its folder must exist.
            overwrite: Whether to replace an existing file.
            timeout: The most seconds to wait, or None for no limit.

        Returns:
            The path of the file.

        Raises:
            FileExistsError: The file exists, and `overwrite` is false.
            JobError, TimeoutError, ApiError: As for `wait`.
        """
        return finish(_saved(self, Download, task_id, path, overwrite, timeout))


class AsyncExportsMethods:
    """Methods of `client.exports`, async."""

    async def wait(
        self,
        task_id: str | int,
        *,
        timeout: float | None = _LONGEST,
    ) -> ActionResponseWithSingleResultURI:
        """Wait until an export is complete, as `Exports.wait` does."""
        status: ActionResponseWithSingleResultURI
        status = await _ended(self, "export", task_id, timeout)
        return status

    async def download(
        self,
        task_id: str | int,
        path: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        timeout: float | None = _LONGEST,
    ) -> Path:
        """Wait until an export is complete, and save its file, as `Exports.download` does."""
        return await _saved(self, AsyncDownload, task_id, path, overwrite, timeout)


class ImportsMethods:
    """Methods of `client.imports`."""

    def wait(
        self,
        import_id: str | int,
        *,
        timeout: float | None = _LONGEST,
    ) -> PublicImportResponse:
        """Wait until an import is done.

        Rows may have failed nevertheless; see `metadata.counters` and `errors.list`.

        Args:
            import_id: The id of the import.
            timeout: The most seconds to wait, or None for no limit.

        Returns:
            The import.

        Raises:
            JobError: The import failed, or was canceled or reverted.
            TimeoutError: The import is not complete in time. It goes on.
            ApiError: A request failed.
        """
        found: PublicImportResponse = finish(_ended(self, "import", import_id, timeout))
        return found


class AsyncImportsMethods:
    """Methods of `client.imports`, async."""

    async def wait(
        self,
        import_id: str | int,
        *,
        timeout: float | None = _LONGEST,
    ) -> PublicImportResponse:
        """Wait until an import is done, as `Imports.wait` does."""
        found: PublicImportResponse = await _ended(self, "import", import_id, timeout)
        return found


async def _saved(
    resource: Any,
    kind: Any,
    task_id: str | int,
    path: str | os.PathLike[str],
    overwrite: bool,
    timeout: float | None,
) -> Path:
    check_target(Path(path), overwrite)
    for is_last in (False, True):
        status = await _ended(resource, "export", task_id, timeout)
        try:
            stream = kind(_call_of(resource, cast(str, status.result)), Chunks())
            saved = stream.save(path, overwrite=overwrite)
            return cast(Path, await saved if isawaitable(saved) else saved)
        except PermissionDeniedError:  # the link has expired; the next status has another one
            if is_last:
                raise
    raise AssertionError


async def _ended(resource: Any, kind: str, id_: str | int, timeout: float | None) -> Any:
    """Return the last response about a job, once it is complete."""
    client, is_export = resource._client, kind == "export"
    read = resource.status if is_export else resource.get
    timing = client._configuration.timing
    began, (pause, longest) = timing.clock(), _PAUSES
    while True:
        job = read(id_)
        job = await job if isawaitable(job) else job
        state = job.status if is_export else job.state
        if state in _FAILED:
            raise JobError(f"{kind} {id_} ended as {state}{_reasons(job)}", state, job)
        if state in _DONE:
            if is_export and not isinstance(job.result, str):
                raise JobError(f"{kind} {id_} has no file{_reasons(job)}", state, job)
            return job
        passed = timing.clock() - began
        if timeout is not None and passed >= timeout:
            raise TimeoutError(f"{kind} {id_} is still {state} after {passed:.0f} seconds")
        left = pause if timeout is None else min(pause, timeout - passed)
        slept = (timing.sleep or (sleep if client._is_async else time.sleep))(left)
        if isawaitable(slept):
            await slept
        pause = min(pause * 1.5, longest)


def _reasons(job: Any) -> str:
    errors: Any = getattr(job, "errors", None)
    found = [str(each.message) for each in errors or ()]
    return f": {'; '.join(found)}" if found else ""


def _call_of(resource: Any, url: str) -> Any:
    """Return the call that reads a link: without credentials, headers and hooks of the client.

    The query of the link is a credential; logs and errors omit it.
    """
    client, bare = resource._client, url.partition("?")[0]

    def signed(request: Request) -> Request:
        return replace(request, url=url, shown_url=bare)

    parts = urlsplit(url)
    if parts.scheme not in ("https", urlsplit(str(client._configuration.base_url)).scheme):
        raise ValueError(f"the link of the file is not https: {bare}")
    configuration = structs.replace(
        client._configuration,
        base_url=f"{parts.scheme}://{parts.netloc}",
        security={},
        headers={},
        rate_limiter=None,
        on_request=(signed,),
        on_response=(),
        follow_redirects=True,
    )
    operation: Operation[Any] = Operation("GET", "/", accept="*/*", security=())
    return stream_call(client._twin(configuration), operation, Arguments(""), None)
