# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""

from hubspot_crm.v2025_09.resources._shared import AsyncPipelinesOperations, PipelinesOperations


class Pipelines(PipelinesOperations):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/pipelines/2026-09",)


class AsyncPipelines(AsyncPipelinesOperations):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""

    _roots = ("/crm/pipelines/2026-09",)
