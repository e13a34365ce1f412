# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of properties, properties.batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import BatchOperation, Batching, JSON, Operation, query
# fmt: off
from hubspot_crm._core.resource import (
    AnyIterable, BatchOptions, Below, Outcome, RequestOptions, UNSET, UnsetType,
)
# fmt: on
from hubspot_crm.v2025_09.models import SchemasProperty
from hubspot_crm.v2025_09.resources._shared import AsyncPropertiesOperationsGroupsMixin, PropertiesOperationsGroupsMixin
from hubspot_crm.v2026_09.models import BatchResponseProperty, CollectionResponsePropertyNoPaging, PropertyCreate
from hubspot_crm.v3.models import Error, FieldType, OptionInput, PropertyName
from hubspot_crm.v3.resources._shared import (
    AsyncPropertiesBatchArchiveMixin,
    AsyncPropertiesOperationsArchiveMixin,
    PropertiesBatchArchiveMixin,
    PropertiesOperationsArchiveMixin,
)

BATCH = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    match=(("/name", "/name"),),
    error_inputs=("/context/name", "/context/names", "/context/propertyName"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)

LIST: Operation[CollectionResponsePropertyNoPaging] = Operation(
    "GET",
    "/{object_type}",
    parameters=query("archived", "dataSensitivity", "locale", "properties"),
    responses={200: CollectionResponsePropertyNoPaging, "default": Error},
)
CREATE: Operation[SchemasProperty] = Operation(
    "POST", "/{object_type}", request_body=JSON, responses={201: SchemasProperty, "default": Error}
)
GET: Operation[SchemasProperty] = Operation(
    "GET",
    "/{object_type}/{property_name}",
    parameters=query("archived", "dataSensitivity", "locale", "properties"),
    responses={200: SchemasProperty, "default": Error},
)
UPDATE: Operation[SchemasProperty] = Operation(
    "PATCH",
    "/{object_type}/{property_name}",
    request_body=JSON,
    responses={200: SchemasProperty, "default": Error},
    idempotent=True,
)
BATCH_CREATE: BatchOperation[SchemasProperty] = BatchOperation(
    "POST",
    "/{object_type}/batch/create",
    request_body=JSON,
    responses={200: BatchResponseProperty, "default": Error, 207: BatchResponseProperty, 201: BatchResponseProperty},
    batching=BATCH,
)
BATCH_READ: BatchOperation[SchemasProperty] = BatchOperation(
    "POST",
    "/{object_type}/batch/read",
    parameters=query("locale"),
    request_body=JSON,
    responses={200: BatchResponseProperty, "default": Error, 207: BatchResponseProperty},
    batching=BATCH,
    idempotent=True,
)


class Properties(PropertiesOperationsArchiveMixin, PropertiesOperationsGroupsMixin, roots=("/crm/properties/2026-09",)):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown.

    Which scopes are needed depends on the object types that a request is about.
    """

    batch: Below[PropertiesBatch] = Below("PropertiesBatch")

    def list(
        self,
        object_type: str,
        *,
        archived: bool | UnsetType = UNSET,
        data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = UNSET,
        locale: str | UnsetType = UNSET,
        properties: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> CollectionResponsePropertyNoPaging:
        """List properties.

        Reads every property of an object type. The list has one page.

        Args:
            object_type: The object type, by its name or its type id.
            archived: Whether to return archived properties, and only those. The server takes False if it is left out.
            data_sensitivity: How sensitive the data is that the returned properties hold. The server takes
                non_sensitive if it is left out.
            locale: The language for labels and descriptions, where there is a translation.
            properties: The parts of a property to return, separated by commas. All of them if left out.

        Answers 200: The properties. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            LIST,
            path={"object_type": object_type},
            query={
                "archived": archived,
                "dataSensitivity": data_sensitivity,
                "locale": locale,
                "properties": properties,
            },
            options=options,
        )

    def create(
        self,
        object_type: str,
        *,
        field_type: FieldType,
        group_name: str,
        label: str,
        name: str,
        type: Literal["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"] | str,
        calculation_formula: str | UnsetType = UNSET,
        data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = UNSET,
        description: str | UnsetType = UNSET,
        display_order: int | UnsetType = UNSET,
        external_options: bool | UnsetType = UNSET,
        form_field: bool | UnsetType = UNSET,
        has_unique_value: bool | UnsetType = UNSET,
        hidden: bool | UnsetType = UNSET,
        options_: Sequence[OptionInput | Mapping[str, object]] | UnsetType = UNSET,
        referenced_object_type: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> SchemasProperty:
        """Create a property.

        Creates a property. Its internal name and its type stay as they are from then on.

        Args:
            object_type: The object type, by its name or its type id.
            field_type: How the property is shown and entered.
            group_name: The internal name of the group in which the property is shown.
            label: What people see.
            name: The internal name. It cannot be changed later.
            type: What kind of value the property holds.
            calculation_formula: How the value is worked out, where `fieldType` is calculation_equation.
            data_sensitivity: How sensitive the values are. It cannot be changed later.
            description: What the property is for, for people to read.
            display_order: The place among the properties of its group, from low to high. Those with -1 come last.
            external_options: Whether the options come from elsewhere, such as the list of owners.
            form_field: Whether forms may ask for the property.
            has_unique_value: Whether no two records may have the same value, so that records can be looked up by it. It
                cannot be changed later.
            hidden: Whether people do not see the property.
            options_: The options to choose from. Properties of type enumeration need them.
            referenced_object_type: The object type whose records the property names. OWNER, with `externalOptions`,
                makes the options the owners.

        Answers 201: The new property. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CREATE,
            path={"object_type": object_type},
            body={
                "fieldType": field_type,
                "groupName": group_name,
                "label": label,
                "name": name,
                "type": type,
                "calculationFormula": calculation_formula,
                "dataSensitivity": data_sensitivity,
                "description": description,
                "displayOrder": display_order,
                "externalOptions": external_options,
                "formField": form_field,
                "hasUniqueValue": has_unique_value,
                "hidden": hidden,
                "options": options_,
                "referencedObjectType": referenced_object_type,
            },
            options=options,
        )

    def get(
        self,
        object_type: str,
        property_name: str,
        *,
        archived: bool | UnsetType = UNSET,
        data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = UNSET,
        locale: str | UnsetType = UNSET,
        properties: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> SchemasProperty:
        """Get a property.

        Reads one property by its internal name.

        Args:
            object_type: The object type, by its name or its type id.
            property_name: The internal name of the property.
            archived: Whether to return archived properties, and only those. The server takes False if it is left out.
            data_sensitivity: How sensitive the data is that the returned properties hold. The server takes
                non_sensitive if it is left out.
            locale: The language for labels and descriptions, where there is a translation.
            properties: The parts of a property to return, separated by commas. All of them if left out.

        Answers 200: The property. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GET,
            path={"object_type": object_type, "property_name": property_name},
            query={
                "archived": archived,
                "dataSensitivity": data_sensitivity,
                "locale": locale,
                "properties": properties,
            },
            options=options,
        )

    def update(
        self,
        object_type: str,
        property_name: str,
        *,
        calculation_formula: str | UnsetType = UNSET,
        description: str | UnsetType = UNSET,
        display_order: int | UnsetType = UNSET,
        field_type: FieldType | UnsetType = UNSET,
        form_field: bool | UnsetType = UNSET,
        group_name: str | UnsetType = UNSET,
        hidden: bool | UnsetType = UNSET,
        label: str | UnsetType = UNSET,
        options_: Sequence[OptionInput | Mapping[str, object]] | UnsetType = UNSET,
        type: (
            Literal["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"] | str | UnsetType
        ) = UNSET,
        options: RequestOptions | None = None,
    ) -> SchemasProperty:
        """Update a property.

        Changes the given parts of a property and leaves the others as they are. Options that are given take the place
        of all that were there.

        Args:
            object_type: The object type, by its name or its type id.
            property_name: The internal name of the property.
            calculation_formula: How the value is worked out, where `fieldType` is calculation_equation.
            description: What the property is for, for people to read.
            display_order: The place among the properties of its group, from low to high. Those with -1 come last.
            field_type: How the property is shown and entered.
            form_field: Whether forms may ask for the property.
            group_name: The internal name of the group in which the property is shown.
            hidden: Whether people do not see the property.
            label: What people see.
            options_: The options to choose from. Properties of type enumeration need them.
            type: What kind of value the property holds.

        Answers 200: The changed property. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            UPDATE,
            path={"object_type": object_type, "property_name": property_name},
            body={
                "calculationFormula": calculation_formula,
                "description": description,
                "displayOrder": display_order,
                "fieldType": field_type,
                "formField": form_field,
                "groupName": group_name,
                "hidden": hidden,
                "label": label,
                "options": options_,
                "type": type,
            },
            options=options,
        )


class PropertiesBatch(PropertiesBatchArchiveMixin):
    """Operations of properties.batch."""

    def create(
        self,
        object_type: str,
        inputs: AnyIterable[PropertyCreate | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PropertyCreate | Mapping[str, object], SchemasProperty]:
        """Create many properties.

        Creates properties of one object type in one request. Takes any number of inputs, at most 100 to a request. The
        outcome has each with its result or its error.

        Args:
            object_type: The object type, by its name or its type id.
            inputs: One entry for each property to create.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(BATCH_CREATE, inputs, path={"object_type": object_type}, batching=batching, options=options)

    def read(
        self,
        object_type: str,
        inputs: AnyIterable[PropertyName | Mapping[str, object]],
        *,
        locale: str | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = UNSET,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PropertyName | Mapping[str, object], SchemasProperty]:
        """Read many properties.

        Reads properties of one object type in one request, by their internal names. Takes any number of inputs, at most
        100 to a request. The outcome has each with its result or its error.

        Args:
            object_type: The object type, by its name or its type id.
            inputs: One entry for each property.
            locale: The language for labels and descriptions, where there is a translation.
            archived: Whether to read archived properties, and only those.
            data_sensitivity: How sensitive the data is that the properties hold.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_READ,
            inputs,
            path={"object_type": object_type},
            query={"locale": locale},
            body={"archived": archived, "dataSensitivity": data_sensitivity},
            batching=batching,
            options=options,
        )


class AsyncProperties(
    AsyncPropertiesOperationsArchiveMixin, AsyncPropertiesOperationsGroupsMixin, roots=("/crm/properties/2026-09",)
):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""

    batch: Below[AsyncPropertiesBatch] = Below("AsyncPropertiesBatch")

    list = awaited(Properties.list)
    create = awaited(Properties.create)
    get = awaited(Properties.get)
    update = awaited(Properties.update)


class AsyncPropertiesBatch(AsyncPropertiesBatchArchiveMixin):
    create = awaited(PropertiesBatch.create)
    read = awaited(PropertiesBatch.read)
