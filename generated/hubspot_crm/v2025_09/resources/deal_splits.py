# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Deal splits: how the amount of a deal is shared out among the users who worked on it."""

from hubspot_crm.v2025_09.resources._shared import AsyncDealSplitsOperations, DealSplitsOperations


class DealSplits(DealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it.

    Scopes: crm.dealsplits.read_write.
    """

    _roots = ("/deal-splits/2025-09",)


class AsyncDealSplits(AsyncDealSplitsOperations):
    """Deal splits: how the amount of a deal is shared out among the users who worked on it."""

    _roots = ("/deal-splits/2025-09",)
