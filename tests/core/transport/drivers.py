"""Drive every transport in one way, sync or async, so that one suite tests them all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from hubspot_crm import transports
from hubspot_crm.transports import Request, Response, Timeout

KINDS: dict[str, Callable[..., Any]] = {
    "httpx2": transports.Httpx2Transport,
    "async httpx2": transports.AsyncHttpx2Transport,
    "pyreqwest": transports.PyreqwestTransport,
    "async pyreqwest": transports.AsyncPyreqwestTransport,
    "aiohttp": transports.AiohttpTransport,
}

PATIENT = Timeout.of(20)


def request(
    url: str,
    method: str = "GET",
    *,
    content: bytes | None = None,
    headers: Sequence[tuple[str, str]] = (),
    timeout: Timeout = PATIENT,
    shown_url: str | None = None,
) -> Request:
    return Request(method, url, shown_url or url, tuple(headers), content, timeout)


@dataclass(slots=True)
class Driver:
    """A transport whose calls return a result or raise, without `await`."""

    transport: Any
    runner: asyncio.Runner | None

    def run(self, work: Callable[[], Any]) -> Any:
        """Return the result of a call; an async one is awaited in the loop of the transport."""
        if self.runner is None:
            return work()

        async def main() -> Any:
            result = work()
            return await result if isinstance(result, Coroutine) else result

        return self.runner.run(main())

    def send(self, sent: Request) -> Response:
        answer: Response = self.run(lambda: self.transport.send(sent))
        return answer

    def send_at_once(self, *sent: Request, failed: Callable[[], None] | None = None) -> list[Any]:
        """Return the responses and exceptions of concurrent requests.

        `failed` is called as soon as one of them has failed.
        """
        noted = failed or (lambda: None)
        if self.runner is not None:

            async def one_async(each: Request) -> Any:
                try:
                    return await self.transport.send(each)
                except Exception as error:
                    noted()
                    return error

            async def gather() -> list[Any]:
                return await asyncio.gather(*map(one_async, sent))

            return self.runner.run(gather())

        def one(each: Request) -> Any:
            try:
                return self.transport.send(each)
            except Exception as error:
                noted()
                return error

        with ThreadPoolExecutor(len(sent)) as pool:
            return list(pool.map(one, sent))

    def close(self) -> None:
        self.run(self.transport.close if self.runner is None else self.transport.aclose)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
        if self.runner is not None:
            self.runner.close()


def drive(kind: str, **options: Any) -> Driver:
    """Return a driver of a new transport of one kind."""
    is_async = kind == "aiohttp" or kind.startswith("async ")
    return Driver(KINDS[kind](**options), asyncio.Runner() if is_async else None)
