# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of lists."""

from __future__ import annotations

from hubspot_crm.v2025_09.resources._shared import AsyncListsOperationsRecordsMixin, ListsOperationsRecordsMixin
from hubspot_crm.v3.resources._shared import (
    AsyncListsListAndCreateAndMoreMixin,
    AsyncListsOperationsSearchAndArchiveAndMoreMixin,
    ListsListAndCreateAndMoreMixin,
    ListsOperationsSearchAndArchiveAndMoreMixin,
)


class Lists(ListsListAndCreateAndMoreMixin, ListsOperationsSearchAndArchiveAndMoreMixin, ListsOperationsRecordsMixin):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.

    Scopes: cms.membership.access_groups.write, crm.lists.read, crm.lists.write.
    """

    _roots = ("/crm/lists/2026-03",)


class AsyncLists(
    AsyncListsListAndCreateAndMoreMixin,
    AsyncListsOperationsSearchAndArchiveAndMoreMixin,
    AsyncListsOperationsRecordsMixin,
):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.
    """

    _roots = ("/crm/lists/2026-03",)
