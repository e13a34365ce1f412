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
from ._core.operation import Operation
from ._core.options import RequestOptions
from ._core.streaming.decoders import Chunks
from ._core.streaming.downloads import AsyncDownload, Download, check_target
from ._core.streaming.streams import stream_call
from ._core.transport import Request

if TYPE_CHECKING:
    from .v3.models import ActionResponseWithSingleResultURI, PublicImportResponse

_LONGEST = 3600.0
_PAUSES = (2.0, 30.0)  # the first and the longest one between two requests
_DONE = ("COMPLETE", "DONE")
_FAILED = ("CANCELED", "CONFLICT", "DELETED", "FAILED", "REVERTED")


class JobError(Exception):
    """An export or import that ended without success.

    Attributes:
        state: The state in which it ended, such as FAILED or CANCELED.
        job: The last response.
    """

    def __init__(self, message: str, state: str, job: Any) -> None:
        super().__init__(message)
        self.state, self.job = state, job


class ExportsMethods:
    """What `client.exports` has beside its operations."""

    def wait(
        self,
        task_id: str | int,
        *,
        timeout: float | None = _LONGEST,
        options: RequestOptions | None = None,
    ) -> ActionResponseWithSingleResultURI:
        """Wait until an export is complete.

        Args:
            task_id: The id that `create` returned.
            timeout: The most seconds to wait, or None for no limit.
            options: Options for each request.

        Returns:
            The status; `result` is the link of the file, which expires after a few minutes.

        Raises:
            JobError: The export was canceled, or there is no file.
            TimeoutError: The export is not complete in time. It goes on; you can wait again.
            ApiError: A request failed.
        """
        return finish(_exported(self, task_id, timeout, options))

    def download(
        self,
        task_id: str | int,
        path: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        timeout: float | None = _LONGEST,
        options: RequestOptions | None = None,
    ) -> Path:
        """Wait until an export is complete, and save its file.

        The file gets its name when all of it has arrived. The access token is not sent to the host of
        the file.

        Args:
            task_id: The id that `create` returned.
            path: The file to write; its folder must exist.
            overwrite: Whether to replace an existing file.
            timeout: The most seconds to wait for the export, or None for no limit.
            options: Options for each request.

        Returns:
            The path of the file.

        Raises:
            FileExistsError: The file exists, and `overwrite` is false.
            JobError: The export was canceled, or there is no file.
            TimeoutError: The export is not complete in time. It goes on; you can wait again.
            ApiError: A request failed.
        """
        return finish(_saved(self, Download, task_id, path, overwrite, timeout, options))


class AsyncExportsMethods:
    """What `client.exports` of an async client has beside its operations."""

    async def wait(
        self,
        task_id: str | int,
        *,
        timeout: float | None = _LONGEST,
        options: RequestOptions | None = None,
    ) -> ActionResponseWithSingleResultURI:
        """Wait until an export is complete, as `Exports.wait` does."""
        return await _exported(self, task_id, timeout, options)

    async def download(
        self,
        task_id: str | int,
        path: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        timeout: float | None = _LONGEST,
        options: RequestOptions | None = None,
    ) -> Path:
        """Wait until an export is complete, and save its file, as `Exports.download` does."""
        return await _saved(self, AsyncDownload, task_id, path, overwrite, timeout, options)


class ImportsMethods:
    """What `client.imports` has beside its operations."""

    def wait(
        self,
        import_id: str | int,
        *,
        timeout: float | None = _LONGEST,
        options: RequestOptions | None = None,
    ) -> PublicImportResponse:
        """Wait until an import is done.

        Rows may have failed nevertheless: `metadata.counters` has their number, and `errors.list` the
        reasons.

        Args:
            import_id: The id of the import.
            timeout: The most seconds to wait, or None for no limit.
            options: Options for each request.

        Returns:
            The import.

        Raises:
            JobError: The import failed, or was canceled or reverted.
            TimeoutError: The import is not done in time. It goes on; you can wait again.
            ApiError: A request failed.
        """
        return finish(_imported(self, import_id, timeout, options))


class AsyncImportsMethods:
    """What `client.imports` of an async client has beside its operations."""

    async def wait(
        self,
        import_id: str | int,
        *,
        timeout: float | None = _LONGEST,
        options: RequestOptions | None = None,
    ) -> PublicImportResponse:
        """Wait until an import is done, as `Imports.wait` does."""
        return await _imported(self, import_id, timeout, options)


async def _exported(
    resource: Any, task_id: str | int, timeout: float | None, options: RequestOptions | None
) -> ActionResponseWithSingleResultURI:
    name = f"export {task_id}"
    status = await _ended(resource, resource.status, name, task_id, timeout, options)
    if not isinstance(status.result, str):
        raise JobError(f"{name} has no file{_reasons(status)}", status.status, status)
    return cast("ActionResponseWithSingleResultURI", status)


async def _imported(
    resource: Any, import_id: str | int, timeout: float | None, options: RequestOptions | None
) -> PublicImportResponse:
    found = await _ended(resource, resource.get, f"import {import_id}", import_id, timeout, options)
    return cast("PublicImportResponse", found)


async def _saved(
    resource: Any,
    kind: Any,
    task_id: str | int,
    path: str | os.PathLike[str],
    overwrite: bool,
    timeout: float | None,
    options: RequestOptions | None,
) -> Path:
    check_target(Path(path), overwrite)
    for is_last in (False, True):
        status = await _exported(resource, task_id, timeout, options)
        try:
            stream = kind(_call_of(resource, cast(str, status.result), options), Chunks())
            saved = stream.save(path, overwrite=overwrite)
            return cast(Path, await saved if isawaitable(saved) else saved)
        except PermissionDeniedError:  # the link has expired; the next status has another one
            if is_last:
                raise
    raise AssertionError


async def _ended(
    resource: Any,
    read: Any,
    name: str,
    id_: str | int,
    timeout: float | None,
    options: RequestOptions | None,
) -> Any:
    """Return the last response about a job, once it is done."""
    timing = resource._client._configuration.timing
    began, (pause, longest) = timing.clock(), _PAUSES
    while True:
        job = read(id_, options=options)
        job = await job if isawaitable(job) else job
        state = job.status if hasattr(job, "status") else job.state
        if state in _DONE:
            return job
        if state in _FAILED:
            raise JobError(f"{name} ended as {state}{_reasons(job)}", state, job)
        passed = timing.clock() - began
        if timeout is not None and passed >= timeout:
            raise TimeoutError(f"{name} is still {state} after {passed:.0f} seconds")
        left = pause if timeout is None else min(pause, timeout - passed)
        slept = (timing.sleep or _sleep_of(resource))(left)
        if isawaitable(slept):
            await slept
        pause = min(pause * 1.5, longest)


def _sleep_of(resource: Any) -> Any:
    if not resource._client._is_async:
        return time.sleep
    from ._core.event_loop import sleep

    return sleep


def _reasons(job: Any) -> str:
    errors = getattr(job, "errors", None)
    found = [str(each.message) for each in errors] if isinstance(errors, list) else []
    return f": {'; '.join(found)}" if found else ""


def _call_of(resource: Any, url: str, options: RequestOptions | None) -> Any:
    """Return the call that reads a link of another host: without credentials, headers and hooks.

    The query of the link is a credential. It is in the URL of the request only, not in logs and errors.
    """
    client, bare = resource._client, url.partition("?")[0]

    def signed(request: Request) -> Request:
        return replace(request, url=url, shown_url=bare)

    parts = urlsplit(url)
    if parts.scheme not in ("https", urlsplit(client._configuration.base_url).scheme):
        raise ValueError(f"the link of the file is not https: {bare}")
    configuration = structs.replace(
        client._configuration,
        base_url=f"{parts.scheme}://{parts.netloc}",
        security={},
        headers={},
        rate_limiter=None,
        on_request=(signed,),
        on_response=(),
    )
    operation: Operation[Any] = Operation("GET", "/", accept="*/*", security=())
    options = None if options is None else replace(options, headers=None)
    return stream_call(client._twin(configuration), operation, Arguments(""), options)
