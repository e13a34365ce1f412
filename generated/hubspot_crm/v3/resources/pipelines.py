# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of pipelines, pipelines.stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import JSON, Operation, query
from hubspot_crm._core.resource import Below, RequestOptions, UNSET, UnsetType
# fmt: off
from hubspot_crm.v3.models import (
    CollectionResponsePipelineNoPaging, CollectionResponsePipelineStageNoPaging, Error, Pipeline, PipelineStage,
    PipelineStageInput,
)
# fmt: on
# fmt: off
from hubspot_crm.v3.resources._shared import (
    AsyncPipelinesOperationsArchiveAndAuditMixin, AsyncPipelinesOperationsStagesAuditMixin,
    AsyncPipelinesStagesArchiveMixin, PipelinesOperationsArchiveAndAuditMixin, PipelinesOperationsStagesAuditMixin,
    PipelinesStagesArchiveMixin,
)
# fmt: on


LIST: Operation[CollectionResponsePipelineNoPaging] = Operation(
    "GET", "/{object_type}", responses={200: CollectionResponsePipelineNoPaging, "default": Error}
)
CREATE: Operation[Pipeline] = Operation(
    "POST", "/{object_type}", request_body=JSON, responses={201: Pipeline, "default": Error}
)
GET: Operation[Pipeline] = Operation("GET", "/{object_type}/{pipeline_id}", responses={200: Pipeline, "default": Error})
REPLACE: Operation[Pipeline] = Operation(
    "PUT",
    "/{object_type}/{pipeline_id}",
    parameters=query("validateDealStageUsagesBeforeDelete", "validateReferencesBeforeDelete"),
    request_body=JSON,
    responses={200: Pipeline, "default": Error},
)
UPDATE: Operation[Pipeline] = Operation(
    "PATCH",
    "/{object_type}/{pipeline_id}",
    parameters=query("validateDealStageUsagesBeforeDelete", "validateReferencesBeforeDelete"),
    request_body=JSON,
    responses={200: Pipeline, "default": Error},
    idempotent=True,
)
STAGES_LIST: Operation[CollectionResponsePipelineStageNoPaging] = Operation(
    "GET",
    "/{object_type}/{pipeline_id}/stages",
    responses={200: CollectionResponsePipelineStageNoPaging, "default": Error},
)
STAGES_CREATE: Operation[PipelineStage] = Operation(
    "POST", "/{object_type}/{pipeline_id}/stages", request_body=JSON, responses={201: PipelineStage, "default": Error}
)
STAGES_GET: Operation[PipelineStage] = Operation(
    "GET", "/{object_type}/{pipeline_id}/stages/{stage_id}", responses={200: PipelineStage, "default": Error}
)
STAGES_REPLACE: Operation[PipelineStage] = Operation(
    "PUT",
    "/{object_type}/{pipeline_id}/stages/{stage_id}",
    request_body=JSON,
    responses={200: PipelineStage, "default": Error},
)
STAGES_UPDATE: Operation[PipelineStage] = Operation(
    "PATCH",
    "/{object_type}/{pipeline_id}/stages/{stage_id}",
    request_body=JSON,
    responses={200: PipelineStage, "default": Error},
    idempotent=True,
)


class Pipelines(PipelinesOperationsArchiveAndAuditMixin, roots=("/crm/v3/pipelines",)):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage.

    Which scopes are needed depends on the object types that a request is about.
    """

    stages: Below[PipelinesStages] = Below("PipelinesStages")

    def list(self, object_type: str, *, options: RequestOptions | None = None) -> CollectionResponsePipelineNoPaging:
        """List pipelines.

        Reads every pipeline of an object type, with its stages. The list has one page.

        Args:
            object_type: The object type, by its name or its type id.

        Answers 200: The pipelines. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(LIST, path={"object_type": object_type}, options=options)

    def create(
        self,
        object_type: str,
        *,
        display_order: int,
        label: str,
        stages: Sequence[PipelineStageInput | Mapping[str, object]],
        pipeline_id: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pipeline:
        """Create a pipeline.

        Creates a pipeline with its stages.

        Args:
            object_type: The object type, by its name or its type id.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two pipelines, and no two stages of one, have the same.
            stages: The stages, in no order to rely on; each tells its place.
            pipeline_id: An id of your choice for the pipeline. Without it one is made up.

        Answers 201: The new pipeline. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CREATE,
            path={"object_type": object_type},
            body={"displayOrder": display_order, "label": label, "stages": stages, "pipelineId": pipeline_id},
            options=options,
        )

    def get(self, object_type: str, pipeline_id: str, *, options: RequestOptions | None = None) -> Pipeline:
        """Get a pipeline.

        Reads one pipeline, with its stages.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.

        Answers 200: The pipeline. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(GET, path={"object_type": object_type, "pipeline_id": pipeline_id}, options=options)

    def replace(
        self,
        object_type: str,
        pipeline_id: str,
        *,
        display_order: int,
        label: str,
        stages: Sequence[PipelineStageInput | Mapping[str, object]],
        validate_deal_stage_usages_before_delete: bool | UnsetType = UNSET,
        validate_references_before_delete: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pipeline:
        """Replace a pipeline.

        Puts a new definition in place of a pipeline and all its stages. Stages that the new one does not have are
        removed.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two pipelines, and no two stages of one, have the same.
            stages: The stages, in no order to rely on; each tells its place.
            validate_deal_stage_usages_before_delete: Whether to refuse the request if deals are still in a stage that
                it removes. The server takes False if it is left out. Deprecated.
            validate_references_before_delete: Whether to refuse the request if something in the account still refers to
                what it removes. The server takes False if it is left out.

        Answers 200: The pipeline as it is now. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            REPLACE,
            path={"object_type": object_type, "pipeline_id": pipeline_id},
            query={
                "validateDealStageUsagesBeforeDelete": validate_deal_stage_usages_before_delete,
                "validateReferencesBeforeDelete": validate_references_before_delete,
            },
            body={"displayOrder": display_order, "label": label, "stages": stages},
            options=options,
        )

    def update(
        self,
        object_type: str,
        pipeline_id: str,
        *,
        validate_deal_stage_usages_before_delete: bool | UnsetType = UNSET,
        validate_references_before_delete: bool | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        display_order: int | UnsetType = UNSET,
        label: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pipeline:
        """Update a pipeline.

        Changes the given parts of a pipeline and leaves the others as they are.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            validate_deal_stage_usages_before_delete: Whether to refuse the request if deals are still in a stage that
                it removes. The server takes False if it is left out. Deprecated.
            validate_references_before_delete: Whether to refuse the request if something in the account still refers to
                what it removes. The server takes False if it is left out.
            archived: Whether it is archived. False brings an archived one back.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two pipelines of an object type have the same.

        Answers 200: The changed pipeline. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            UPDATE,
            path={"object_type": object_type, "pipeline_id": pipeline_id},
            query={
                "validateDealStageUsagesBeforeDelete": validate_deal_stage_usages_before_delete,
                "validateReferencesBeforeDelete": validate_references_before_delete,
            },
            body={"archived": archived, "displayOrder": display_order, "label": label},
            options=options,
        )


class PipelinesStages(PipelinesStagesArchiveMixin, PipelinesOperationsStagesAuditMixin):
    """Operations of pipelines.stages."""

    def list(
        self, object_type: str, pipeline_id: str, *, options: RequestOptions | None = None
    ) -> CollectionResponsePipelineStageNoPaging:
        """List stages.

        Reads every stage of a pipeline. The list has one page.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.

        Answers 200: The stages. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(STAGES_LIST, path={"object_type": object_type, "pipeline_id": pipeline_id}, options=options)

    def create(
        self,
        object_type: str,
        pipeline_id: str,
        *,
        display_order: int,
        label: str,
        metadata: Mapping[str, str],
        stage_id: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PipelineStage:
        """Create a stage.

        Adds a stage to a pipeline.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two stages of a pipeline have the same.
            metadata: Settings of the stage by name, which differ by object type. Stages of deals need `probability`,
                from 0 to 1 as text; those of tickets may have `ticketState`, OPEN or CLOSED.
            stage_id: An id of your choice for the stage. Without it one is made up.

        Answers 201: The new stage. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_CREATE,
            path={"object_type": object_type, "pipeline_id": pipeline_id},
            body={"displayOrder": display_order, "label": label, "metadata": metadata, "stageId": stage_id},
            options=options,
        )

    def get(
        self, object_type: str, pipeline_id: str, stage_id: str, *, options: RequestOptions | None = None
    ) -> PipelineStage:
        """Get a stage.

        Reads one stage of a pipeline.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            stage_id: The id of the stage.

        Answers 200: The stage. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_GET,
            path={"object_type": object_type, "pipeline_id": pipeline_id, "stage_id": stage_id},
            options=options,
        )

    def replace(
        self,
        object_type: str,
        pipeline_id: str,
        stage_id: str,
        *,
        display_order: int,
        label: str,
        metadata: Mapping[str, str],
        options: RequestOptions | None = None,
    ) -> PipelineStage:
        """Replace a stage.

        Puts a new definition in place of a stage.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            stage_id: The id of the stage.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two stages of a pipeline have the same.
            metadata: Settings of the stage by name, which differ by object type. Stages of deals need `probability`,
                from 0 to 1 as text; those of tickets may have `ticketState`, OPEN or CLOSED.

        Answers 200: The stage as it is now. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_REPLACE,
            path={"object_type": object_type, "pipeline_id": pipeline_id, "stage_id": stage_id},
            body={"displayOrder": display_order, "label": label, "metadata": metadata},
            options=options,
        )

    def update(
        self,
        object_type: str,
        pipeline_id: str,
        stage_id: str,
        *,
        metadata: Mapping[str, str],
        archived: bool | UnsetType = UNSET,
        display_order: int | UnsetType = UNSET,
        label: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PipelineStage:
        """Update a stage.

        Changes the given parts of a stage and leaves the others as they are.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            stage_id: The id of the stage.
            metadata: Settings of the stage by name, which differ by object type. Stages of deals need `probability`,
                from 0 to 1 as text; those of tickets may have `ticketState`, OPEN or CLOSED.
            archived: Whether it is archived. False brings an archived one back.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two stages of a pipeline have the same.

        Answers 200: The changed stage. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_UPDATE,
            path={"object_type": object_type, "pipeline_id": pipeline_id, "stage_id": stage_id},
            body={"metadata": metadata, "archived": archived, "displayOrder": display_order, "label": label},
            options=options,
        )


class AsyncPipelines(AsyncPipelinesOperationsArchiveAndAuditMixin, roots=("/crm/v3/pipelines",)):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""

    stages: Below[AsyncPipelinesStages] = Below("AsyncPipelinesStages")

    list = awaited(Pipelines.list)
    create = awaited(Pipelines.create)
    get = awaited(Pipelines.get)
    replace = awaited(Pipelines.replace)
    update = awaited(Pipelines.update)


class AsyncPipelinesStages(AsyncPipelinesStagesArchiveMixin, AsyncPipelinesOperationsStagesAuditMixin):
    list = awaited(PipelinesStages.list)
    create = awaited(PipelinesStages.create)
    get = awaited(PipelinesStages.get)
    replace = awaited(PipelinesStages.replace)
    update = awaited(PipelinesStages.update)
