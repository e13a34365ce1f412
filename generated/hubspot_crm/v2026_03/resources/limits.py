# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
has.
"""

from hubspot_crm.v3.resources._shared import AsyncLimitsOperations, LimitsOperations


class Limits(LimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/limits/2026-03",)


class AsyncLimits(AsyncLimitsOperations):
    """Limits tracking: how many records, properties, pipelines and associations an account may have, and how many it
    has.
    """

    _roots = ("/crm/limits/2026-03",)
