"""A resource and its async counterpart, as the generator writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from hubspot_crm._core.batch.operation import Batching, BatchOperation, BatchOptions
from hubspot_crm._core.batch.outcome import Outcome
from hubspot_crm._core.batch.resource import AnyIterable
from hubspot_crm._core.operation import Operation, Parameter, RequestBody
from hubspot_crm._core.paging.pager import AsyncPager, Pager
from hubspot_crm._core.paging.pagination import PagedOperation, Pagination
from hubspot_crm._core.resource import UNSET, RequestOptions, UnsetType
from hubspot_crm._resource import AsyncResource, Resource

from .models import Batch, BatchWithErrors, Error, Filter, Record, RecordPage

SECURITY = (("oauth2",), ("private_apps",))

LIST: PagedOperation[Record, RecordPage] = PagedOperation(
    "GET",
    "",
    parameters=(
        Parameter("after", "query"),
        Parameter("limit", "query"),
        Parameter("properties", "query"),
        Parameter("X-Trace", "header"),
    ),
    responses={200: RecordPage, "default": Error},
    security=SECURITY,
    pagination=Pagination(cursor="after", next="/paging/next/after", items="/results"),
)
SEARCH: PagedOperation[Record, RecordPage] = PagedOperation(
    "POST",
    "/search",
    request_body=RequestBody("application/json", required=True),
    responses={200: RecordPage, "default": Error},
    security=SECURITY,
    pagination=Pagination(
        cursor="after", place="body", next="/paging/next/after", items="/results"
    ),
)
CREATE: Operation[Record] = Operation(
    "POST",
    "",
    request_body=RequestBody("application/json", required=True),
    responses={201: Record, "default": Error},
    security=SECURITY,
)
GET: Operation[Record] = Operation(
    "GET",
    "/{recordId}",
    parameters=(Parameter("recordId", "path"), Parameter("archived", "query")),
    responses={200: Record, "default": Error},
    security=SECURITY,
)
ARCHIVE: Operation[None] = Operation(
    "DELETE",
    "/{recordId}",
    parameters=(Parameter("recordId", "path"),),
    responses={204: None, "default": Error},
    security=SECURITY,
)
BATCH_CREATE: BatchOperation[Record] = BatchOperation(
    "POST",
    "/batch/create",
    request_body=RequestBody("application/json", required=True),
    responses={201: Batch, 207: BatchWithErrors, "default": Error},
    security=SECURITY,
    batching=Batching(
        inputs="inputs",
        limit=100,
        results="/results",
        errors="/errors",
        correlation_id="objectWriteTraceId",
    ),
)
TOUCH: Operation[None] = Operation(
    "POST",
    "/touch",
    request_body=RequestBody("application/json"),
    responses={204: None},
)

Input = Mapping[str, object]
Filters = Sequence[Filter | Mapping[str, object]]


class RecordsBatch(Resource):
    def create(
        self,
        inputs: Iterable[Input],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[Input, Record]:
        return self._batch(BATCH_CREATE, inputs, batching=batching, options=options)


class Records(Resource):
    _roots = ("/crm/v3/objects/records",)

    @cached_property
    def batch(self) -> RecordsBatch:
        return RecordsBatch(self._client, self._roots)

    def list(
        self,
        *,
        after: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        x_trace: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[Record, RecordPage]:
        return self._paginate(
            LIST,
            query={"after": after, "limit": limit, "properties": properties},
            headers={"X-Trace": x_trace},
            options=options,
        )

    def search(
        self,
        *,
        filters: Filters | UnsetType = UNSET,
        after: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[Record, RecordPage]:
        return self._paginate(SEARCH, body={"filters": filters, "after": after}, options=options)

    def create(
        self, *, properties: Mapping[str, str | None], options: RequestOptions | None = None
    ) -> Record:
        return self._call(CREATE, body={"properties": properties}, options=options)

    def get(
        self,
        record_id: str,
        *,
        archived: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Record:
        path, query = {"recordId": record_id}, {"archived": archived}
        return self._call(GET, path=path, query=query, options=options)

    def archive(self, record_id: str, *, options: RequestOptions | None = None) -> None:
        return self._call(ARCHIVE, path={"recordId": record_id}, options=options)

    def touch(
        self, *, note: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        return self._call(TOUCH, body={"note": note}, options=options)


class AsyncRecordsBatch(AsyncResource):
    async def create(
        self,
        inputs: AnyIterable[Input],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[Input, Record]:
        return await self._batch(BATCH_CREATE, inputs, batching=batching, options=options)


class AsyncRecords(AsyncResource):
    _roots = ("/crm/v3/objects/records",)

    @cached_property
    def batch(self) -> AsyncRecordsBatch:
        return AsyncRecordsBatch(self._client, self._roots)

    def list(
        self,
        *,
        after: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        x_trace: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Record, RecordPage]:
        return self._paginate(
            LIST,
            query={"after": after, "limit": limit, "properties": properties},
            headers={"X-Trace": x_trace},
            options=options,
        )

    def search(
        self,
        *,
        filters: Filters | UnsetType = UNSET,
        after: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Record, RecordPage]:
        return self._paginate(SEARCH, body={"filters": filters, "after": after}, options=options)

    async def create(
        self, *, properties: Mapping[str, str | None], options: RequestOptions | None = None
    ) -> Record:
        return await self._call(CREATE, body={"properties": properties}, options=options)

    async def get(
        self,
        record_id: str,
        *,
        archived: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Record:
        path, query = {"recordId": record_id}, {"archived": archived}
        return await self._call(GET, path=path, query=query, options=options)

    async def archive(self, record_id: str, *, options: RequestOptions | None = None) -> None:
        return await self._call(ARCHIVE, path={"recordId": record_id}, options=options)

    async def touch(
        self, *, note: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        return await self._call(TOUCH, body={"note": note}, options=options)
