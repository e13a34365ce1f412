"""A client and its async twin as the generator writes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from hubspot_crm._core.client import AsyncClient, AsyncCredential, Client, Credential
from hubspot_crm._core.operation import expand
from hubspot_crm._core.security import Bearer
from hubspot_crm._core.transport import DEFAULT_TIMEOUT, AsyncTransport, Timeout, Transport

from .operations import AsyncRecords, Records

OBJECTS = "/crm/objects/2025-09/{objectType}"


class Sample(Client):
    def __init__(
        self,
        access_token: Credential,
        *,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        transport: Transport | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            headers=headers,
            transport=transport,
            user_agent="sample/0.1.0",
            security={"oauth2": Bearer(access_token), "private_apps": Bearer(access_token)},
        )

    @cached_property
    def records(self) -> Records:
        return Records(self)

    def objects(self, object_type: str) -> Records:
        return Records(self, (expand(OBJECTS, {"objectType": object_type}),))


class AsyncSample(AsyncClient):
    def __init__(
        self,
        access_token: AsyncCredential,
        *,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        transport: AsyncTransport | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            headers=headers,
            transport=transport,
            user_agent="sample/0.1.0",
            security={"oauth2": Bearer(access_token), "private_apps": Bearer(access_token)},
        )

    @cached_property
    def records(self) -> AsyncRecords:
        return AsyncRecords(self)

    def objects(self, object_type: str) -> AsyncRecords:
        return AsyncRecords(self, (expand(OBJECTS, {"objectType": object_type}),))
