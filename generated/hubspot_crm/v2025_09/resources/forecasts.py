# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Forecasts: what someone expects to sell in a span of time."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Forecasts(Records):
    """Forecasts: what someone expects to sell in a span of time.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2025-09/forecasts",)


class AsyncForecasts(AsyncRecords):
    """Forecasts: what someone expects to sell in a span of time."""

    _roots = ("/crm/objects/2025-09/forecasts",)
