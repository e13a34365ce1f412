# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The clients of hubspot-crm, version 2025-09."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hubspot_crm._core.client import AsyncClient, AsyncCredential, Client, Credential
from hubspot_crm._core.operation import expand
from hubspot_crm._core.security import Bearer
from hubspot_crm._core.transport import AsyncTransport, DEFAULT_TIMEOUT, Timeout, Transport

if TYPE_CHECKING:
    from hubspot_crm.v2025_09.resources.objects import AsyncObjects, Objects


class HubSpot(Client):
    """A client of hubspot-crm, version 2025-09.

    Args:
        access_token: The access token of an app that was installed through OAuth. A text, or a
            callable that gives one whenever a request is sent.
        base_url: Where the API is; a path in it is kept.
        timeout: Seconds for each step of a call, a Timeout, or None for no limit.
        headers: Sent with every request.
        transport: Sends the requests in place of the client's own pool of connections.
    """

    def __init__(
        self,
        access_token: Credential,
        *,
        base_url: str = "https://api.hubapi.com",
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        transport: Transport | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url,
            user_agent="hubspot-crm/0.1.0",
            security={
                "oauth2": Bearer(access_token),
                "private_apps": Bearer(access_token),
                "private_apps_legacy": Bearer(access_token),
            },
            timeout=timeout,
            headers=headers,
            transport=transport,
        )

    def objects(
        self,
        object_type: str,
    ) -> Objects:
        """Objects: records of any type, standard or custom, which the path names."""
        from hubspot_crm.v2025_09.resources.objects import Objects

        return Objects(
            self, expand("/crm/objects/2025-09/{objectType}", {"objectType": object_type})
        )


class AsyncHubSpot(AsyncClient):
    """An async client of hubspot-crm, version 2025-09.

    Args:
        access_token: The access token of an app that was installed through OAuth. A text, or a
            callable that gives one whenever a request is sent.
        base_url: Where the API is; a path in it is kept.
        timeout: Seconds for each step of a call, a Timeout, or None for no limit.
        headers: Sent with every request.
        transport: Sends the requests in place of the client's own pool of connections.
    """

    def __init__(
        self,
        access_token: AsyncCredential,
        *,
        base_url: str = "https://api.hubapi.com",
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        transport: AsyncTransport | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url,
            user_agent="hubspot-crm/0.1.0",
            security={
                "oauth2": Bearer(access_token),
                "private_apps": Bearer(access_token),
                "private_apps_legacy": Bearer(access_token),
            },
            timeout=timeout,
            headers=headers,
            transport=transport,
        )

    def objects(
        self,
        object_type: str,
    ) -> AsyncObjects:
        """Objects: records of any type, standard or custom, which the path names."""
        from hubspot_crm.v2025_09.resources.objects import AsyncObjects

        return AsyncObjects(
            self, expand("/crm/objects/2025-09/{objectType}", {"objectType": object_type})
        )
