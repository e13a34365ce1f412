# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of calls, carts, commerce_payments, communications and 23 others."""

from __future__ import annotations

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import JSON, Operation
from hubspot_crm._core.resource import RequestOptions
from hubspot_crm.v2025_09.resources._shared import (
    AsyncRecordsWithAssociationsAssociationsMixin,
    RecordsWithAssociationsAssociationsMixin,
)
from hubspot_crm.v3.models import Error, SimplePublicObject
# fmt: off
from hubspot_crm.v3.resources._shared import (
    AsyncRecords, AsyncRecordsWithMergeMergeMixin, Records, RecordsWithMergeMergeMixin,
)
# fmt: on


MERGE: Operation[SimplePublicObject] = Operation(
    "POST", "/merge", root=1, request_body=JSON, responses={200: SimplePublicObject, "default": Error}
)


class RecordsWithAssociations(Records, RecordsWithAssociationsAssociationsMixin):
    """Operations of calls, carts, commerce_payments, communications and 16 others."""


class RecordsWithMerge(Records):
    """Operations of courses, services."""

    def merge(
        self, *, object_id_to_merge: str, primary_object_id: str, options: RequestOptions | None = None
    ) -> SimplePublicObject:
        """Merge two records.

        Makes one record out of two. Where both have a value, the primary record's stays.

        Args:
            object_id_to_merge: The id of the record that is merged into the other.
            primary_object_id: The id of the record whose values win.

        Answers 200: The merged record. Scope: crm.objects.courses.write, …; see the resource's class. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(
            MERGE, body={"objectIdToMerge": object_id_to_merge, "primaryObjectId": primary_object_id}, options=options
        )


class RecordsWithAssociationsWithMerge(RecordsWithAssociations, RecordsWithMergeMergeMixin):
    """Operations of companies, custom_objects, deals, projects and 1 others."""


class AsyncRecordsWithAssociations(AsyncRecords, AsyncRecordsWithAssociationsAssociationsMixin):
    """Operations of calls, carts, commerce_payments, communications and 16 others."""


class AsyncRecordsWithMerge(AsyncRecords):
    merge = awaited(RecordsWithMerge.merge)


class AsyncRecordsWithAssociationsWithMerge(AsyncRecordsWithAssociations, AsyncRecordsWithMergeMergeMixin):
    """Operations of companies, custom_objects, deals, projects and 1 others."""
