# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of properties, properties.groups."""

from __future__ import annotations

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import JSON, Operation, query
from hubspot_crm._core.resource import Below, RequestOptions, UNSET, UnsetType
from hubspot_crm.v3.models import CollectionResponsePropertyGroupNoPaging, Error, PropertyGroup
# fmt: off
from hubspot_crm.v3.resources._shared import (
    AsyncPropertiesOperationsArchiveMixin, AsyncPropertiesOperationsGroupsArchiveMixin,
    AsyncPropertiesOperationsListAndCreateAndMoreMixin, PropertiesOperationsArchiveMixin,
    PropertiesOperationsGroupsArchiveMixin, PropertiesOperationsListAndCreateAndMoreMixin,
)
# fmt: on


GROUPS_LIST: Operation[CollectionResponsePropertyGroupNoPaging] = Operation(
    "GET",
    "/{object_type}/groups",
    parameters=query("locale"),
    responses={200: CollectionResponsePropertyGroupNoPaging, "default": Error},
)
GROUPS_CREATE: Operation[PropertyGroup] = Operation(
    "POST", "/{object_type}/groups", request_body=JSON, responses={201: PropertyGroup, "default": Error}
)
GROUPS_GET: Operation[PropertyGroup] = Operation(
    "GET",
    "/{object_type}/groups/{group_name}",
    parameters=query("locale"),
    responses={200: PropertyGroup, "default": Error},
)
GROUPS_UPDATE: Operation[PropertyGroup] = Operation(
    "PATCH",
    "/{object_type}/groups/{group_name}",
    request_body=JSON,
    responses={200: PropertyGroup, "default": Error},
    idempotent=True,
)


class Properties(
    PropertiesOperationsListAndCreateAndMoreMixin, PropertiesOperationsArchiveMixin, roots=("/crm/v3/properties",)
):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown.

    Which scopes are needed depends on the object types that a request is about.
    """

    groups: Below[PropertiesGroups] = Below("PropertiesGroups")


class PropertiesGroups(PropertiesOperationsGroupsArchiveMixin):
    """Operations of properties.groups."""

    def list(
        self, object_type: str, *, locale: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> CollectionResponsePropertyGroupNoPaging:
        """List property groups.

        Reads every group of properties of an object type. The list has one page.

        Args:
            object_type: The object type, by its name or its type id.
            locale: The language for labels and descriptions, where there is a translation.

        Answers 200: The groups. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(GROUPS_LIST, path={"object_type": object_type}, query={"locale": locale}, options=options)

    def create(
        self,
        object_type: str,
        *,
        label: str,
        name: str,
        display_order: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PropertyGroup:
        """Create a property group.

        Creates a group for properties of an object type.

        Args:
            object_type: The object type, by its name or its type id.
            label: What people see.
            name: The internal name of the group. It cannot be changed later.
            display_order: The place among its likes, from low to high. Those with -1 come last.

        Answers 201: The new group. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GROUPS_CREATE,
            path={"object_type": object_type},
            body={"label": label, "name": name, "displayOrder": display_order},
            options=options,
        )

    def get(
        self,
        object_type: str,
        group_name: str,
        *,
        locale: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PropertyGroup:
        """Get a property group.

        Reads one group by its internal name.

        Args:
            object_type: The object type, by its name or its type id.
            group_name: The internal name of the group.
            locale: The language for labels and descriptions, where there is a translation.

        Answers 200: The group. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GROUPS_GET,
            path={"object_type": object_type, "group_name": group_name},
            query={"locale": locale},
            options=options,
        )

    def update(
        self,
        object_type: str,
        group_name: str,
        *,
        display_order: int | UnsetType = UNSET,
        label: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PropertyGroup:
        """Update a property group.

        Changes the given parts of a group and leaves the others as they are.

        Args:
            object_type: The object type, by its name or its type id.
            group_name: The internal name of the group.
            display_order: The place among its likes, from low to high. Those with -1 come last.
            label: What people see.

        Answers 200: The changed group. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GROUPS_UPDATE,
            path={"object_type": object_type, "group_name": group_name},
            body={"displayOrder": display_order, "label": label},
            options=options,
        )


class AsyncProperties(
    AsyncPropertiesOperationsListAndCreateAndMoreMixin,
    AsyncPropertiesOperationsArchiveMixin,
    roots=("/crm/v3/properties",),
):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""

    groups: Below[AsyncPropertiesGroups] = Below("AsyncPropertiesGroups")


class AsyncPropertiesGroups(AsyncPropertiesOperationsGroupsArchiveMixin):
    list = awaited(PropertiesGroups.list)
    create = awaited(PropertiesGroups.create)
    get = awaited(PropertiesGroups.get)
    update = awaited(PropertiesGroups.update)
