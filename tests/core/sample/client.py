"""A client and its async counterpart, as the generator writes them."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from hubspot_crm import DailyLimitError, MissingScopesError
from hubspot_crm._core.auth.security import Bearer
from hubspot_crm._core.client import (
    AsyncClient,
    AsyncClientOptions,
    AsyncCredential,
    Client,
    ClientOptions,
    Credential,
)
from hubspot_crm._core.codec.error_fields import StringAt
from hubspot_crm._core.errors import NotFoundError
from hubspot_crm._core.operation import expand
from hubspot_crm._core.settings import ErrorRules, RetryRules, Settings

from .operations import AsyncRecords, Records

SETTINGS = Settings(
    retries=RetryRules(
        never=(477,),
        wait={423: 2.0},
        policy=StringAt("/policyName"),
        lasting=("DAILY",),
        intervals={"TEN_SECONDLY": 10.0, "HOURLY": 3600.0},
    ),
    errors=ErrorRules(
        categories={"MISSING_SCOPES": MissingScopesError, "OBJECT_NOT_FOUND": NotFoundError},
        policies={"DAILY": DailyLimitError},
    ),
)
OBJECTS = "/crm/objects/2025-09/{objectType}"


class Sample(Client):
    def __init__(
        self,
        access_token: Credential,
        *,
        base_url: str = "https://api.example.com",
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            base_url=base_url,
            product="sample/0.1.0",
            security={"oauth2": Bearer(access_token), "private_apps": Bearer(access_token)},
            settings=SETTINGS,
            **options,
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
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        super().__init__(
            base_url=base_url,
            product="sample/0.1.0",
            security={"oauth2": Bearer(access_token), "private_apps": Bearer(access_token)},
            settings=SETTINGS,
            **options,
        )

    @cached_property
    def records(self) -> AsyncRecords:
        return AsyncRecords(self)

    def objects(self, object_type: str) -> AsyncRecords:
        return AsyncRecords(self, (expand(OBJECTS, {"objectType": object_type}),))
