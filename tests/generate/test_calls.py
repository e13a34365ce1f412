"""Test how paths and methods become calls, by a table."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest
from specloom.diagnostics import SpecloomError
from specloom.pipeline import call_map, compile_project
from specloom.python.operations.calls import OperationCall

from tests.generate.conftest import Generated
from tests.generate.support import project_of
from tests.support.loopback import Answer, Loopback

ARRAY = {
    "200": {"description": "d", "content": {"application/json": {"schema": {"type": "array"}}}}
}
DONE = {"204": {"description": "d"}}

TABLES = {
    "a resource": """
        GET /pets [array]                 pets.list
        POST /pets                        pets.create
        GET /pets/{id}                    pets.get
        PUT /pets/{id}                    pets.replace
        PATCH /pets/{id}                  pets.update
        DELETE /pets/{id}                 pets.delete
        HEAD /pets/{id}                   pets.head
        OPTIONS /pets/{id}                pets.options
        GET /owners                       owners.list
        GET /owners/{id}                  owners.get
        GET /status                       status.get
    """,
    "below an item": """
        GET /pets/{id}                    pets.get
        GET /pets/{id}/photos [array]     pets.photos.list
        POST /pets/{id}/photos            pets.photos.create
        GET /pets/{id}/photos/{photo}     pets.photos.get
        POST /pets/{id}/feed              pets.feed
        GET /pets/{id}/mood               pets.mood.get
        PUT /pets/{id}/mood/{day}         pets.mood.replace
        GET /owners                       owners.get
    """,
    "the whole collection": """
        DELETE /nodes                     nodes.delete_all
        DELETE /nodes/{name}              nodes.delete
        PUT /repos/{repo}/topics          repos.topics.replace
        PATCH /users                      users.update_all
        PATCH /users/{id}                 users.update
        PATCH /settings                   settings.update
        DELETE /users/{id}/status         users.status.delete
        DELETE /carts/{id}/items          carts.items.delete_all
    """,
    "actions": """
        POST /pets                        pets.create
        GET /pets/search                  pets.search
        POST /pets/search                 pets.post_search
        POST /pets/batch/create           pets.batch.create
        POST /pets/batch/archive          pets.batch.archive
        GET /users/me                     users.me
        GET /users/{id}                   users.get
        POST /payments/{id}/refund        payments.refund
        GET /payments/{id}/refund         payments.refund.get
        PUT /prompts/{id}/set-default-version  prompts.set_default_version
        POST /threads/{t}/runs/{r}/submit_tool_outputs  threads.runs.submit_tool_outputs
        POST /objects/{kind}/gdpr-delete  objects.gdpr_delete
        GET /files/{id}/content           files.content
        POST /safety/run-shield           safety.run_shield
    """,
    "a verb above others": """
        PATCH /b/{id}                     b.update
        POST /b/update/history            b.update.history.create
        POST /b/update                    b.post_update
        POST /pets/search                 pets.search
        GET /pets/search/saved [array]    pets.search.saved.list
    """,
    "a verb that is undone": """
        PUT /posts/{id}/star              posts.star
        DELETE /posts/{id}/star           posts.star.delete
        GET /posts/{id}/star              posts.star.get
        HEAD /posts/{id}/star             posts.star.head
        DELETE /posts/{id}/unstar         posts.unstar
        DELETE /runs/{id}/cancel          runs.cancel
        DELETE /objects/{kind}/gdpr-delete  objects.gdpr_delete
        DELETE /migrations/{id}/archive   migrations.archive.delete
        POST /containers/{id}/wait        containers.wait
        POST /volumes/prune               volumes.prune
        POST /invoices/{id}/mark_uncollectible  invoices.mark_uncollectible
    """,
    "a version before all": """
        GET /api/v1/pets [array]          pets.list
        GET /api/v1/pets/{id}             pets.get
        GET /api/v1/owners/{id}           owners.get
    """,
    "a version wherever it stands": """
        GET /v2.1/accounts/{a} [array]    accounts.list
        GET /crm/2026-09/lists/{id}       crm.lists.get
        GET /2010-04-01/calls.json [array]  calls.list
        GET /files/v3/files/{id}          files.get
        GET /0-410/orders/{id}            orders.get
    """,
    "versions that meet": """
        GET /v1/pets/{id}                 v1.pets.get
        GET /v1/pets/{id}/photos [array]  v1.pets.photos.list
        GET /v2/pets/{id}                 pets.get
        GET /v3beta1/pets/{id}            beta.pets.get
        GET /v1/owners/{id}               owners.get
        GET /v2/stores/{id}               stores.get
    """,
    "a version beside none": """
        GET /health                       health.get
        GET /v1/health                    v1.health.get
        GET /v1/health/details            health.details.get
        GET /v1/pets/{id}                 pets.get
    """,
    "collections beside their items": """
        HEAD /tags                        tags.head_all
        HEAD /tags/{tag}                  tags.head
        PUT /topics                       topics.replace_all
        PUT /topics/{topic}               topics.replace
    """,
    "a preview beside what is stable": """
        GET /v1/models [array]            models.list
        GET /v1/models/{id}               models.get
        DELETE /v1/models/{id}            models.delete
        GET /v1/files [array]             files.list
        POST /v1/files                    files.create
        GET /v1/files/{id}                files.get
        DELETE /v1/files/{id}             files.delete
        GET /v1/files/{id}/content        files.content
        GET /v1/batches [array]           batches.list
        POST /v1/batches                  batches.create
        GET /v1/batches/{id}              batches.get
        POST /v1/batches/{id}/cancel      batches.cancel
        POST /v1alpha/inference/rerank    alpha.inference.rerank
    """,
    "a preview in a small document": """
        GET /v1/models [array]            models.list
        GET /v1/files/{id}                files.get
        POST /v1alpha/inference/rerank    inference.rerank
    """,
    "all a preview": """
        GET /apps/v1beta1/stores/{id}     apps.stores.get
        GET /v1beta/models [array]        models.list
        POST /v1beta/models/{model}:embedContent  models.embed_content
    """,
    "what most paths begin with": """
        GET /shop/pets [array]            pets.list
        GET /shop/pets/{id}               pets.get
        GET /shop/pets/{id}/photos        pets.photos.get
        GET /shop/owners [array]          owners.list
        GET /shop/owners/{id}             owners.get
        POST /shop/v2/orders              orders.create
        GET /shop/v2/orders/{id}          orders.get
        GET /shop/v2/orders/{id}/lines    orders.lines.get
        GET /api/shop/stores [array]      stores.list
        GET /shop/stores/{id}             stores.get
        GET /health                       health.get
    """,
    "what few paths begin with": """
        GET /joke/random                  joke.random.get
        GET /joke/search                  joke.search
        GET /joke/categories [array]      joke.categories.list
        POST /joke/tags/add               joke.tags.add
    """,
    "one resource alone": """
        GET /v1/pets [array]              pets.list
        POST /v1/pets/{id}                pets.update
    """,
    "one path alone": """
        GET /api/v1/pets                  pets.get
    """,
    "a parameter first": """
        GET /{owner}/repos [array]        repos.list
        POST /{owner}/repos               repos.create
        GET /{owner}/repos/{repo}         repos.get
        DELETE /{owner}/stars             stars.delete_all
    """,
    "nothing but parameters": """
        GET /{a}                          root.get
        DELETE /{a}                       root.delete
    """,
    "POST beside PATCH": """
        PATCH /pets/{id}                  pets.update
        POST /pets/{id}                   pets.post
        GET /owners                       owners.get
    """,
    "a slash at the end": """
        GET /pets/ [array]                pets.list
        GET /pets/{id}/                   pets.get
        GET /owners/                      owners.get
    """,
    "Google": """
        POST /v1/jobs/{id}:cancel         jobs.cancel
        POST /v1/jobs/{id}:undo           jobs.undo
        GET /v1/projects/{id}/things:batchGet  projects.things.batch_get
        GET /v1/projects/{id}/things [array]   projects.things.list
        PATCH /v1/projects/{id}/things/{t}     projects.things.update
        POST /v1/documents:batchWrite     documents.batch_write
    """,
    "procedures": """
        POST /chat.postMessage            chat.post_message
        GET /conversations.members        conversations.members
        POST /admin.users.session.reset   admin.users.session.reset
        POST /sendMessage                 send_message
        GET /getUpdates                   get_updates
        POST /deleteWebhook               delete_webhook
        POST /#X-Amz-Target=Pets_20170314.UpdatePet  update_pet
        POST /pets/#Action=BatchGetPets   pets.batch_get_pets
    """,
    "OData and matrix": """
        GET /Users('{id}')                users.get
        GET /Users [array]                users.list
        GET /drives/{id}/folder/microsoft.graph.search(q='{q}')  drives.folder.search
        POST /devices/{id}/acme.graph.checkMemberGroups  devices.check_member_groups
        GET /drives/{id}/items/microsoft.graph.delta(token='{token}')  drives.items.delta
        GET /reports/getUsage(period='{period}')  reports.get_usage
        GET /maps/{id};zoom={zoom}        maps.get
        GET /maps/{id}/tiles;layer=roads  maps.tiles.get
    """,
    "Kubernetes": """
        GET /api/v1/namespaces/{ns}/pods [array]  namespaces.pods.list
        GET /api/v1/namespaces/{ns}/pods/{name}   namespaces.pods.get
        DELETE /api/v1/namespaces/{ns}/pods       namespaces.pods.delete_all
        PUT /api/v1/namespaces/{ns}/pods/{name}/status  namespaces.pods.status.replace
        GET /apis/apps/v1/deployments [array]     apps.deployments.list
        GET /apis/rbac.authorization.example.io/v1/roles/{name}  rbac_authorization.roles.get
        GET /apis/storage.example.io/v1/ [array]  storage.list
        POST /api/v1/namespaces/{ns}/pods/{name}/eviction  namespaces.pods.eviction.create
    """,
    "a resource of one object": """
        GET /user                         user.get
        PATCH /user                       user.update
        DELETE /user                      user.delete_all
        GET /user/{account}               user.get_by_account
        PATCH /user/{account}             user.update_by_account
        DELETE /user/{account}            user.delete
        GET /readme                       readme.get
        GET /readme/{folder}              readme.get_by_folder
        GET /readme.txt                   readme.get_txt
    """,
    "resources below a namespace of a provider": """
        GET /subscriptions/{s}/providers/Acme.Compute/disks [array]  disks.list
        GET /subscriptions/{s}/groups/{group}/providers/Acme.Compute/disks [array]  disks.list_by_group
        PUT /subscriptions/{s}/groups/{g}/providers/Acme.Compute/disks/{d}  disks.replace
        POST /subscriptions/{s}/groups/{g}/providers/Acme.Compute/disks/{d}/checkHealth  disks.check_health
        GET /providers/Acme.Compute/operations [array]  operations.list
        GET /subscriptions/{s}            subscriptions.get
        GET /providers/{name}             providers.get
    """,
    "phrases and compound nouns": """
        POST /readers/{id}/process_payment_intent  readers.process_payment_intent
        POST /readers/{id}/refund_payment  readers.refund_payment
        POST /transfers/{id}/transfer_reversals  transfers.transfer_reversals.create
        POST /accounts/{id}/login_links   accounts.login_links.create
        POST /pets/{id}/check-in          pets.check_in
        PUT /limits/bypass-list           limits.bypass_list.replace
    """,
    "previews that meet": """
        GET /v1alpha1/roles [array]       alpha.roles.list
        GET /v1beta1/roles [array]        roles.list
        GET /v2alpha1/jobs [array]        jobs.list
        GET /v1alpha1/jobs [array]        v1alpha1.jobs.list
    """,
    "a word is not said twice": """
        GET /files/files [array]          files.list
        POST /crm/crm/contacts            crm.contacts.create
        GET /crm/deals/{id}               crm.deals.get
    """,
    "one resource in two spellings": """
        GET /Pets [array]                 pets.list
        GET /pets/{id}                    pets.get
        GET /pets-list/{id}               pets_list.get
        GET /petsList [array]             pets_list.list
    """,
    "calls that would meet": """
        GET /pets/{id}                    pets.get
        GET /pets/{id}.json               pets.get_json
        GET /pets/photos [array]          pets.photos.list
        GET /pets/{id}/photos [array]     pets.photos.list_by_id
        GET /things/draft                 things.draft.get
        GET /things/{table_id_or_name}/draft  things.draft.get_by_table_id_or_name
    """,
}
IDS = {
    "POST /audio/transcriptions createTranscription": "audio.transcriptions.create",
    "GET /organization/audit_logs listAuditLogs": "organization.audit_logs.list",
    "GET /search-index list_search_index_search_index_get": "search_index.list",
    "POST /conversations/{id} update_conversation_v1_conversations__conversation_id__post": "conversations.update",
    "POST /things/{kind} createThing": "things.create",
    "PUT /prompts/{id} update_prompt": "prompts.update",
    "GET /models openai_list_models_v1_models_get": "models.list",
    "GET /shields/{id} ShieldController_getShield": "shields.get",
    "POST /shields register_shield_v1_shields_post": "shields.register",
    "DELETE /shields/{id} unregister_shield": "shields.delete",
    "POST /files upload_file_v1_files_post": "files.create",
    "GET /repos/{owner} repos/list-for-org": "repos.get",
    "GET /x/v3/things/{id}/draft get-/x/v3/things/{id}/draft_getDraft": "x.things.draft.get",
    "POST /v1/{name}:cancel ops.cancel": "ops.cancel",
    "GET /v1/{name} ops.get": "ops.get",
    "GET /v1/{parent}/keys keys.list": "keys.list",
    "POST /organization/data_retention update-organization-data-retention": "organization.data_retention.update",
    "POST /users updateUsers": "users.create",
    "PUT /secrets/{name} secrets/create-or-update-secret": "secrets.create_or_update",
    "PUT /disks/{name} Disks_CreateOrUpdate": "disks.create_or_update",
}


def rows_of(table: str) -> list[tuple[str, str, bool, str]]:
    """Return the operations of a table: method, path, whether it returns an array, and its call."""
    return [
        (found[1], found[2], found[3] is not None, found[4])
        for line in table.strip().splitlines()
        if (found := re.fullmatch(r"\s*(\w+) (\S+)( \[array\])?\s+(\S+)", line))
    ]


def document_of(rows: list[tuple[str, str, bool, str]], ids: dict[str, str] | None = None) -> str:
    """Return a document of operations, some with operationIds by path."""
    paths: dict[str, dict[str, Any]] = {}
    for method, path, is_array, _ in rows:
        names = re.findall(r"\{(\w+)\}", path)
        operation: dict[str, Any] = {
            "parameters": [
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                for name in names
            ],
            "responses": ARRAY if is_array else DONE,
        }
        if ids and path in ids:
            operation["operationId"] = ids[path]
        paths.setdefault(path, {})[method.lower()] = operation
    return json.dumps({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths})


@pytest.mark.parametrize("case", TABLES)
def test_calls(case: str, tmp_path: Path) -> None:
    rows = rows_of(TABLES[case])
    wanted = {(method, path): call for method, path, _, call in rows}
    # The order of a document changes nothing.
    for number, ordered in enumerate((rows, rows[::-1])):
        (tmp_path / str(number)).mkdir()
        project = project_of(document_of(ordered), tmp_path / str(number), "shop")
        calls = call_map(compile_project(project))
        assert {(each.method, each.path): each.call for each in calls} == wanted


@pytest.mark.parametrize("operation", IDS)
def test_the_verb_of_an_operation_id(operation: str, tmp_path: Path) -> None:
    method, path, operation_id = operation.split(" ")
    document = document_of([(method, path, False, "")], {path: operation_id})
    (call,) = call_map(compile_project(project_of(document, tmp_path, "shop")))
    assert call.call == IDS[operation]


def test_the_table_is_long_enough() -> None:
    assert sum(len(rows_of(each)) for each in TABLES.values()) + len(IDS) >= 80


def test_no_call_changes_when_an_operation_is_added(tmp_path: Path) -> None:
    """An operation is named without its neighbors, and conventions do not change by one operation."""
    added = [("GET", "/zebras/{zebra}", False, ""), ("POST", "/v1/lamps/blink", False, "")]
    for number, rows in enumerate(TABLES.values()):
        (tmp_path / str(number)).mkdir()
        project = project_of(document_of([*rows_of(rows), *added]), tmp_path / str(number), "shop")
        calls = {(each.method, each.path): each.call for each in call_map(compile_project(project))}
        for method, path, _, call in rows_of(rows):
            assert calls[method, path] == call


def test_calls_that_the_project_renames(tmp_path: Path) -> None:
    rows = rows_of("""
        DELETE /pets/{id}                 pets.archive
        DELETE /owners/{id}               owners.archive
        PUT /pets/{id}/photos             pets.pictures.set
        POST /pets/{id}/move-in           pets.settle
        """)
    settings = (
        '[calls]\ndelete = "archive"\n"photos.replace" = "pictures.set"\n"move-in" = "settle"\n'
    )
    project = project_of(document_of(rows), tmp_path, "shop", settings)
    calls = call_map(compile_project(project))
    assert {(each.method, each.path): each.call for each in calls} == {
        (method, path): call for method, path, _, call in rows
    }


def test_a_renamed_call_stays_in_a_resource_whose_path_has_a_hyphen(tmp_path: Path) -> None:
    rows = rows_of("""
        GET /pets/{id}/photo-albums [array]       pets.photo_albums.list
        PUT /pets/{id}/photo-albums/{album}       pets.photo_albums.update
        DELETE /pets/{id}/photo-albums/{album}    pets.photo_albums.archive
        POST /pets/{id}/photo-albums/{album}/tags pets.photo_albums.tags.add
        """)
    settings = """[calls]
"pets: photo_albums.replace" = "photo_albums.update"
"pets.photo_albums.delete" = "pets.photo_albums.archive"
"POST /pets/{id}/photo-albums/{album}/tags" = "pets.photo_albums.tags.add"
"""
    project = project_of(document_of(rows), tmp_path, "shop", settings)
    calls = call_map(compile_project(project))
    assert {(each.method, each.path): each.call for each in calls} == {
        (method, path): call for method, path, _, call in rows
    }


VERB_ROWS = """
    GET /pets [array]                 pets.list
    GET /pets/{id}                    pets.retrieve
    DELETE /pets/{id}                 pets.archive
    DELETE /nodes                     nodes.archive_all
    PUT /nodes                        nodes.set_every
    PUT /nodes/{id}                   nodes.replace
    POST /pets/search                 pets.search
    GET /pets/search/saved [array]    pets.search.saved.list
    GET /get/{id}                     get.retrieve
    """
VERBS_TABLE = '[verbs]\nget = "retrieve"\ndelete = "archive"\nreplace_all = "set_every"\n'


def _called(document: str, folder: Path, settings: str) -> dict[tuple[str, str], OperationCall]:
    folder.mkdir()
    project = project_of(document, folder, "shop", settings)
    return {(each.method, each.path): each for each in call_map(compile_project(project))}


def test_the_verbs_of_a_project(tmp_path: Path) -> None:
    rows = rows_of(VERB_ROWS)
    calls = _called(document_of(rows), tmp_path / "verbs", VERBS_TABLE)
    assert {key: each.call for key, each in calls.items()} == {
        (method, path): call for method, path, _, call in rows
    }


def test_calls_has_the_last_word_and_takes_both_forms(tmp_path: Path) -> None:
    document = document_of(rows_of(VERB_ROWS))
    settings = '[calls]\n"pets: get" = "fetch"\n"nodes: archive_all" = "clear"\n'
    calls = _called(document, tmp_path / "both", VERBS_TABLE + settings)
    assert calls["GET", "/pets/{id}"].call == "pets.fetch"
    assert calls["DELETE", "/nodes"].call == "nodes.clear"


def test_the_table_of_calls_takes_whole_calls(tmp_path: Path) -> None:
    """Both sides are calls as they are printed; keys relative to a resource have priority."""
    rows = rows_of("""
        GET /pets/{id}                    animals.fetch
        GET /pets/{id}/photos/{photo}     pets.pictures.get
        POST /sendMessage                 messages.send
        DELETE /pets/{id}                 pets.remove
        GET /owners/{id}                  owners.retrieve
        """)
    settings = (
        '[verbs]\nget = "retrieve"\n[calls]\n"pets.get" = "animals.fetch"\n'
        '"pets.photos.retrieve" = "pets.pictures.get"\n"send_message" = "messages.send"\n'
        'delete = "remove"\n'
    )
    calls = _called(document_of(rows), tmp_path / "whole", settings)
    assert {key: each.call for key, each in calls.items()} == {
        (method, path): call for method, path, _, call in rows
    }


def test_a_verb_that_meets_a_path_can_be_renamed(tmp_path: Path) -> None:
    document = document_of(
        [("DELETE", "/pets/{id}", False, ""), ("POST", "/pets/{id}/archive", False, "")]
    )
    with pytest.raises(SpecloomError, match=r"two operations have the call pets\.archive"):
        _called(document, tmp_path / "meet", VERBS_TABLE)
    calls = _called(document, tmp_path / "apart", f'{VERBS_TABLE}[calls]\ndelete = "remove"\n')
    assert [each.call for each in calls.values()] == ["pets.remove", "pets.archive"]


def test_an_operation_id_that_ends_in_its_path_is_shortened(tmp_path: Path) -> None:
    """As FastAPI makes them."""
    document = _with_ids(
        {
            "GET /health": ("health_health_get", []),
            "GET /api/health": ("check_all_api_health_get", []),
        }
    )
    calls = _called(document, tmp_path / "ids", "")
    assert {each.call for each in calls.values()} == {"health.get", "health.check_all"}


def test_a_path_that_names_a_resource_has_the_name_before_a_tag(tmp_path: Path) -> None:
    document = _with_ids({"GET /": ("meta/root", ["meta"]), "GET /meta": ("meta/get", ["meta"])})
    calls = _called(document, tmp_path / "meta", "")
    assert {" ".join(key): each.call for key, each in calls.items()} == {
        "GET /": "meta.root",
        "GET /meta": "meta.get",
    }


def test_calls_that_would_be_equal_are_named_after_their_operation_ids(tmp_path: Path) -> None:
    document = _with_ids(
        {
            "GET /artifacts/{id}": ("artifacts/get-artifact", []),
            "GET /artifacts/{id}/{format}": ("artifacts/download-artifact", []),
            "GET /gists/{id}": ("gists/get", []),
            "GET /gists/{id}/{sha}": ("gists/get-revision", []),
            "GET /denyAssignments/{id}": ("DenyAssignments_Get", []),
            "GET /scopes/{scope}/denyAssignments/{id}": ("", []),
            "GET /{scope}/denyAssignments/{id}": ("DenyAssignments_GetInScope", []),
        }
    )
    calls = _called(document, tmp_path / "ids", "")
    assert {path: each.call for (_, path), each in calls.items()} == {
        "/artifacts/{id}": "artifacts.get",
        "/artifacts/{id}/{format}": "artifacts.download",
        "/gists/{id}": "gists.get",
        "/gists/{id}/{sha}": "gists.get_by_sha",
        "/denyAssignments/{id}": "deny_assignments.get",
        "/scopes/{scope}/denyAssignments/{id}": "scopes.deny_assignments.get",
        "/{scope}/denyAssignments/{id}": "deny_assignments.get_by_scope",
    }


def test_a_default_response_decides_if_there_is_no_other(tmp_path: Path) -> None:
    document = json.loads(document_of([("GET", "/pets", True, ""), ("GET", "/owners", True, "")]))
    for path, others in (("/pets", {}), ("/owners", DONE)):
        operation = document["paths"][path]["get"]
        operation["responses"] = {"default": ARRAY["200"], **others}
    calls = _called(json.dumps(document), tmp_path / "default", "")
    assert {each.call for each in calls.values()} == {"pets.list", "owners.get"}


def test_content_without_structure_is_no_list(tmp_path: Path) -> None:
    """springdoc describes a file as an array of bytes."""
    document = json.loads(document_of([]))
    array = ARRAY["200"]["content"]["application/json"]
    for name, media_types in (
        ("pdf", ["application/pdf"]),
        ("sheet", ["text/csv"]),
        ("logs", ["application/octet-stream", "application/json"]),
        ("rows", ["application/x-ndjson"]),
        ("any", ["*/*"]),
    ):
        response = {"description": "d", "content": dict.fromkeys(media_types, array)}
        document["paths"][f"/pets/{name}"] = {"get": {"responses": {"200": response}}}
    calls = {each.call for each in _called(json.dumps(document), tmp_path / "files", "").values()}
    assert calls == {
        *("pets.pdf.get", "pets.sheet.get", "pets.logs.get", "pets.rows.list", "pets.any.list")
    }


def _with_ids(operations: dict[str, tuple[str, list[str]]]) -> str:
    """Return a document of operations, each with an operationId or none, and tags."""
    pairs = [each.split(" ") for each in operations]
    document = json.loads(document_of([(method, path, False, "") for method, path in pairs]))
    for key, (operation_id, tags) in operations.items():
        method, path = key.split(" ")
        operation = document["paths"][path][method.lower()]
        operation |= {"operationId": operation_id} if operation_id else {}
        operation |= {"tags": tags} if tags else {}
    return json.dumps(document)


NAMED: dict[str, tuple[str, list[str]]] = {
    "GET /pets/{id}": ("getPetById", ["Pet store", "other"]),
    "POST /pets": ("pets.addPet", ["Pet store"]),
    "GET /owners/{id}": ("repos/get-for-owner", []),
    "DELETE /owners/{id}": ("", []),
    "PUT /owners/{id}": ("put /owners/{id}", ["people"]),
}


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("paths", ["pets.get", "pets.create", "owners.get", "owners.delete", "owners.replace"]),
        (
            "tags",
            [
                "pet_store.get_pet_by_id",
                "pet_store.pets_add_pet",
                "default.repos_get_for_owner",
                "default.delete",
                "people.replace",
            ],
        ),
        (
            "operation-ids",
            [
                "get_pet_by_id",
                "pets.add_pet",
                "repos.get_for_owner",
                "owners.delete",
                "owners.replace",
            ],
        ),
    ],
)
def test_names_from_tags_and_operation_ids(names: str, wanted: list[str], tmp_path: Path) -> None:
    settings = f'[resources]\nnames = "{names}"\n'
    calls = _called(_with_ids(NAMED), tmp_path / "named", settings)
    assert {" ".join(key): each.call for key, each in calls.items()} == dict(
        zip(NAMED, wanted, strict=True)
    )


def test_calls_named_after_tags_are_distinguished_and_renamed(tmp_path: Path) -> None:
    """An operation without operationId is named as usual; `[calls]` has priority as usual."""
    document = _with_ids(
        {"GET /a/{x}": ("", ["t"]), "GET /b/{y}": ("", ["t"]), "GET /c": ("seeAll", ["t"])}
    )
    settings = '[resources]\nnames = "tags"\n[calls]\n"t: see_all" = "every"\n'
    calls = _called(document, tmp_path / "meet", settings)
    assert {each.call for each in calls.values()} == {"t.get", "t.get_by_y", "t.every"}


def test_a_client_of_operation_ids_is_called(generated: Generated, server: Loopback) -> None:
    package = generated(
        _with_ids({"GET /pets/{id}": ("getPetById", []), "DELETE /pets/{id}": ("pets.drop", [])}),
        settings='[resources]\nnames = "operation-ids"\n',
    )
    server.answer(*[Answer(204)] * 4)
    with package.client(base_url=server.url) as client:
        client.get_pet_by_id("7")
        client.pets.drop("8")

    async def run() -> None:
        async with package.async_client(base_url=server.url) as client:
            await client.get_pet_by_id("7")
            await client.pets.drop("8")

    asyncio.run(run())
    sent = [(each.method, each.path) for each in server.requests]
    assert sent == [("GET", "/pets/7"), ("DELETE", "/pets/8")] * 2


def test_names_from_elsewhere_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecloomError, match="names: must be one of paths, tags, operation-ids"):
        _called(_with_ids(NAMED), tmp_path / "bad", '[resources]\nnames = "summaries"\n')


@pytest.mark.parametrize("settings", ["", VERBS_TABLE, '[calls]\n"pets: get" = "fetch"\n'])
def test_the_line_that_inspect_prints_renames_the_call(settings: str, tmp_path: Path) -> None:
    """Lines that are unchanged have no effect; a line whose right side changes renames only its
    call."""
    document = document_of(rows_of(VERB_ROWS + "\n    POST /sendMessage    send_message\n"))
    before = _called(document, tmp_path / "before", settings)
    lines = {key: each.rename for key, each in before.items()}
    verbs = "" if "[calls]" in settings else settings
    same = _called(document, tmp_path / "same", f"{verbs}[calls]\n" + "\n".join(lines.values()))
    assert {key: each.call for key, each in same.items()} == {
        key: each.call for key, each in before.items()
    }
    for number, (key, line) in enumerate(lines.items()):
        changed = {**lines, key: line.partition(" = ")[0] + ' = "frobnicate"'}
        table = f"{verbs}[calls]\n" + "\n".join(changed.values())
        after = _called(document, tmp_path / str(number), table)
        moved = {each for each in before if after[each].call != before[each].call}
        assert moved == {key}
        assert after[key].call == f"{before[key].call.partition('.')[0]}.frobnicate"


@pytest.mark.parametrize(
    "line",
    [
        'fetch = "get"',
        'get = "import"',
        'get = "__call__"',
        'get = "a.b"',
        'get = "x()"',
        "get = 1",
    ],
)
def test_verbs_that_are_no_names_are_refused(line: str, tmp_path: Path) -> None:
    document = document_of([("GET", "/pets", False, "")])
    with pytest.raises(SpecloomError) as error:
        _called(document, tmp_path / "bad", f"[verbs]\n{line}\n")
    (found,) = error.value.diagnostics
    assert found.code == "invalid-project"
    assert found.location is not None and found.location.line is not None
