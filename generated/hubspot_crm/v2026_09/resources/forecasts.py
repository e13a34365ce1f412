# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of forecasts."""

from __future__ import annotations

from hubspot_crm.v2025_09.resources._shared import (
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    RecordsGetMixin,
    RecordsListMixin,
)


class Forecasts(RecordsGetMixin, RecordsListMixin):
    """Forecasts: what someone expects to sell in a span of time.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-09/forecasts",)


class AsyncForecasts(AsyncRecordsGetMixin, AsyncRecordsListMixin):
    """Forecasts: what someone expects to sell in a span of time."""

    _roots = ("/crm/objects/2026-09/forecasts",)
