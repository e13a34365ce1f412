# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
are kept in.
"""

from hubspot_crm.v2025_09.resources._shared import AsyncListsOperations, ListsOperations


class Lists(ListsOperations):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.

    Scopes: cms.membership.access_groups.write, crm.lists.read, crm.lists.write.
    """

    _roots = ("/crm/lists/2025-09",)


class AsyncLists(AsyncListsOperations):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.
    """

    _roots = ("/crm/lists/2025-09",)
