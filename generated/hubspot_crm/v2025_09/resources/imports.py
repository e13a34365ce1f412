# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of imports."""

from __future__ import annotations

from collections.abc import Sequence

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.forms import File
from hubspot_crm._core.operation import Operation, RequestBody
from hubspot_crm._core.resource import RequestOptions
from hubspot_crm.v2025_09.resources._shared import AsyncImportsErrorsMixin, ImportsErrorsMixin
from hubspot_crm.v3.models import Error, PublicImportResponse
from hubspot_crm.v3.resources._shared import AsyncImportsListAndGetAndCancelMixin, ImportsListAndGetAndCancelMixin

CREATE: Operation[PublicImportResponse] = Operation(
    "POST",
    "",
    request_body=RequestBody("multipart/form-data", required=True),
    responses={200: PublicImportResponse, "default": Error},
)


class Imports(ImportsListAndGetAndCancelMixin, ImportsErrorsMixin, roots=("/crm/imports/2025-09",)):
    """Imports: bringing the rows of files into an account as records, and finding out which rows did not go in.

    Scopes: crm.import.
    """

    def create(
        self,
        *,
        files: File | bytes | Sequence[File | bytes],
        import_request: str,
        options: RequestOptions | None = None,
    ) -> PublicImportResponse:
        """Start an import.

        Sends files whose rows are to become records, and starts to bring them in. Ask for the import later to know how
        it went.

        Args:
            files: A file of rows to bring in. Send one part of this name for each file.
            import_request: A JSON text that says how the import is called, which files there are, and which column is
                which property.

        Answers 200: The import that has begun. Scope: crm.import. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(CREATE, body={"files": files, "importRequest": import_request}, options=options)


class AsyncImports(AsyncImportsListAndGetAndCancelMixin, AsyncImportsErrorsMixin, roots=("/crm/imports/2025-09",)):
    """Imports: bringing the rows of files into an account as records, and finding out which rows did not go in."""

    create = awaited(Imports.create)
