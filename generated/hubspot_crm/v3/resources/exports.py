# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Exports: taking the records of a list or a view out of an account as a file."""

from hubspot_crm.v3.resources._shared import AsyncExportsOperations, ExportsOperations


class Exports(ExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file.

    Scopes: crm.export.
    """

    _roots = ("/crm/v3/exports/export",)


class AsyncExports(AsyncExportsOperations):
    """Exports: taking the records of a list or a view out of an account as a file."""

    _roots = ("/crm/v3/exports/export",)
