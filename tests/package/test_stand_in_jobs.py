"""Test the imports, exports and lists of the stand-in, which run through their states."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from hubspot_crm import BadRequestError, File, HubSpot, NotFoundError, Timing
from hubspot_crm.testing import StandIn

from tests.package.test_stand_in_documents import send
from tests.support.ways import Way, every_way, way

__all__ = ["way"]


@pytest.fixture
def now() -> list[float]:
    return [1_800_000_000.0]


@pytest.fixture
def crm(now: list[float]) -> StandIn:
    return StandIn(clock=lambda: now[0])


@pytest.fixture
def client(crm: StandIn) -> Iterator[HubSpot]:
    with crm.client() as found:
        yield found


def column(name: str, type_id: str = "0-1", **others: Any) -> dict[str, Any]:
    return {"columnObjectTypeId": type_id, "columnName": name, "propertyName": name, **others}


def arguments(text: str, columns: list[Any], form: str = "CSV", **others: Any) -> dict[str, Any]:
    """Return the arguments of an import of one file."""
    sheet = {"hasHeader": True, "columnMappings": columns}
    file = {"fileName": "people.csv", "fileFormat": form, "fileImportPage": sheet}
    asked = json.dumps({"name": "People", "files": [file], **others})
    return {"files": File("people.csv", text.encode()), "import_request": asked}


def finished(client: HubSpot, **given: Any) -> Any:
    made = client.imports.create(**given)
    for _ in range(3):
        made = client.imports.get(int(made.id))
    return made


def told(client: HubSpot, made: Any) -> list[tuple[str, int]]:
    found = client.imports.errors.list(int(made.id), include_error_message=True)
    return [(str(each.error_type), each.source_data.line_number) for each in found]


# Imports.


@every_way
def test_an_import_runs_through_its_states(way: Way, crm: StandIn) -> None:
    text = "email,firstname\nada@example.com,Ada\nEve@example.com,Eve\n"
    given = arguments(text, [column("email"), column("firstname")])
    made = way(lambda c: c.imports.create(**given))
    assert (made.state, crm.records("contacts")) == ("STARTED", [])
    states = [way(lambda c: c.imports.get(int(made.id))).state for _ in range(4)]
    assert states == ["STARTED", "PROCESSING", "DONE", "DONE"]
    shown = way(lambda c: c.imports.get(int(made.id)))
    assert shown.metadata.counters["CREATED_OBJECTS"] == 2
    assert [each.id for each in way.all(lambda c: c.imports.list())] == [made.id]
    addresses = [each["properties"]["email"] for each in crm.records("contacts")]
    assert addresses == ["ada@example.com", "eve@example.com"]


def test_an_import_updates_and_associates(crm: StandIn, client: HubSpot) -> None:
    ada = crm.create("contacts", {"email": "ada@example.com", "city": "Paris"})
    engines = crm.create("companies", {"name": "Engines"})
    columns = [
        *(column("email"), column("city"), column("note", ignored=True)),
        column("hs_object_id", "0-2", columnType="HUBSPOT_OBJECT_ID"),
    ]
    text = (
        f"Address,City,Note,Company\nADA@example.com,,x,{engines}\neve@example.com,Rome,x,{engines}"
    )
    made = finished(client, **arguments(text, columns))
    counters = made.metadata.counters
    assert counters == {"TOTAL_ROWS": 2, "CREATED_OBJECTS": 1, "UPDATED_OBJECTS": 3}
    assert [each["properties"]["city"] for each in crm.records("contacts")] == ["Paris", "Rome"]
    shown: Any = client.companies.get(engines, associations=["contacts"]).associations
    assert len(shown["contacts"].results) == 2 and shown["contacts"].results[0].id == ada


def test_an_import_reports_the_rows_that_fail(crm: StandIn, client: HubSpot) -> None:
    crm.define("contacts", "age", "number")
    text = "email,age\nada,1\nada@example.com,x\n\neve@example.com,1,2\nbob@example.com,3\n"
    made = finished(client, **arguments(text, [column("email"), column("age")]))
    assert told(client, made) == [
        *(("INVALID_EMAIL", 2), ("COULD_NOT_PARSE_NUMBER", 3)),
        *(("INCORRECT_NUMBER_OF_COLUMNS", 4), ("INCORRECT_NUMBER_OF_COLUMNS", 5)),
    ]
    assert [each["properties"]["email"] for each in crm.records("contacts")] == ["bob@example.com"]
    [first, *_] = client.imports.errors.list(int(made.id), include_row_data=True)
    assert (first.invalid_value, first.known_column_number) == ("ada", 1)
    assert first.source_data.row_data == ["ada", "1"]


@pytest.mark.parametrize(
    ("operation", "error"), [("CREATE", "CREATE_ONLY_IMPORT"), ("UPDATE", "UPDATE_ONLY_IMPORT")]
)
def test_an_import_only_creates_or_updates(
    crm: StandIn, client: HubSpot, operation: str, error: str
) -> None:
    crm.create("contacts", {"email": "ada@example.com"})
    text = "email\nada@example.com\neve@example.com\n"
    given = arguments(text, [column("email")], importOperations={"0-1": operation})
    made = finished(client, **given)
    assert [kind for kind, _ in told(client, made)] == [error]
    assert len(crm.records("contacts")) == (2 if operation == "CREATE" else 1)


def test_an_import_that_is_not_valid_is_refused(client: HubSpot) -> None:
    given = arguments("email\n", [column("email")])
    for wrong in ("{", "{}", json.dumps({"files": [{"fileName": "people.csv"}]})):
        with pytest.raises(BadRequestError, match="importRequest is not valid"):
            client.imports.create(**{**given, "import_request": wrong})
    with pytest.raises(BadRequestError, match="names"):
        client.imports.create(**{**given, "files": File("other.csv", b"")})
    with pytest.raises(BadRequestError, match="Unable to infer object type"):
        client.imports.create(**arguments("", [column("email", "widgets")]))
    with pytest.raises(NotFoundError):
        client.imports.get(7)


def test_an_import_is_canceled_or_fails(crm: StandIn, client: HubSpot) -> None:
    given = arguments("email\nada@example.com\n", [column("email")])
    made = client.imports.create(**given)
    client.imports.cancel(int(made.id))
    assert client.imports.get(int(made.id)).state == "CANCELED"
    with pytest.raises(BadRequestError, match="CANCELED"):
        client.imports.cancel(int(made.id))
    assert crm.records("contacts") == []
    assert finished(client, **arguments("", [column("email")], "SPREADSHEET")).state == "FAILED"


# Exports.


def view(**others: Any) -> dict[str, Any]:
    asked = {"exportName": "All", "exportType": "VIEW", "format": "CSV", "language": "EN"}
    return {**asked, "objectType": "contacts", "objectProperties": ["email", "city"], **others}


def exported(crm: StandIn, asked: Any) -> tuple[str, list[str], bytes]:
    """Return the id of an export, its states, and the file."""
    root = "/crm/exports/2026-09/export/async"
    response = send(crm, "POST", root, asked)
    assert response.status == 202, response.content
    id_, found = json.loads(response.content)["id"], []
    for _ in range(3):
        found.append(json.loads(send(crm, "GET", f"{root}/tasks/{id_}/status").content))
    url = found[2]["result"].removeprefix("https://api.hubapi.com")
    file = send(crm, "GET", url, headers=())
    assert (file.status, file.headers["Content-Type"]) == (200, "text/csv")
    return id_, [each["status"] for each in found], file.content


def test_an_export_runs_through_its_states(crm: StandIn, client: HubSpot) -> None:
    ada = crm.create("contacts", {"email": "ada@example.com", "city": "Paris, France"})
    eve = crm.create("contacts", {"email": "eve@example.com"})
    id_, states, file = exported(crm, view())
    assert states == ["PENDING", "PROCESSING", "COMPLETE"]
    assert file.decode().splitlines() == [
        *("Record ID,email,city", f'{ada},ada@example.com,"Paris, France"'),
        f"{eve},eve@example.com,",
    ]
    shown = client.exports.get(int(id_))
    assert (shown.export_state, shown.record_count) == ("DONE", 2)
    search = {"filterGroups": [{"filters": [{"propertyName": "city", "operator": "HAS_PROPERTY"}]}]}
    assert len(exported(crm, view(publicCrmSearchRequest=search))[2].splitlines()) == 2


def test_the_url_of_an_export_expires(crm: StandIn, now: list[float]) -> None:
    id_, _, _ = exported(crm, view())
    now[0] += 300
    assert send(crm, "GET", f"/exported-files/{id_}.csv", headers=()).status == 403
    status = send(crm, "GET", f"/crm/exports/2026-09/export/async/tasks/{id_}/status")
    assert json.loads(status.content)["result"].endswith(f"/exported-files/{id_}.csv")
    assert send(crm, "GET", f"/exported-files/{id_}.csv", headers=()).status == 200
    assert send(crm, "GET", "/exported-files/7.csv", headers=()).status == 404


def test_the_client_waits_for_jobs(crm: StandIn, tmp_path: Path) -> None:
    slept: list[float] = []
    timing = Timing(clock=lambda: sum(slept), sleep=slept.append)
    with crm.client(timing=timing) as client:
        made = client.imports.create(**arguments("email\nada@example.com\n", [column("email")]))
        assert client.imports.wait(made.id).state == "DONE"
        response = send(crm, "POST", "/crm/exports/2026-09/export/async", view())
        id_ = json.loads(response.content)["id"]
        path = client.exports.download(id_, tmp_path / "contacts.csv")
    assert "ada@example.com" in path.read_text("utf-8")
    assert slept


def test_an_export_that_is_not_valid_is_refused(crm: StandIn) -> None:
    root = "/crm/exports/2026-09/export/async"
    given = view()
    del given["objectProperties"]
    assert b"objectProperties" in send(crm, "POST", root, given).content
    assert send(crm, "POST", root, view(exportType="LIST", listId="7")).status == 404


def test_an_export_over_http_is_downloaded_from_the_server(crm: StandIn) -> None:
    made = send(crm, "POST", "/crm/exports/2026-09/export/async", view())
    id_ = int(json.loads(made.content)["id"])
    with crm.serve() as url, HubSpot("token", base_url=url) as client:
        result = [client.exports.status(id_) for _ in range(3)][2].result
        assert result == f"{url}/exported-files/{id_}.csv"
        with urlopen(result) as file:
            assert file.read() == b"Record ID,email,city\n"


# Lists.


def branch(*groups: list[tuple[str, str, Any]]) -> Any:
    """Return filters: groups of properties with an operator and values."""
    below = [
        {
            "filterBranchType": "AND",
            "filterBranchOperator": "AND",
            "filterBranches": [],
            "filters": [
                {
                    "filterType": "PROPERTY",
                    "property": name,
                    "operation": {"operationType": "MULTISTRING", "operator": op, "values": values},
                }
                for name, op, values in group
            ],
        }
        for group in groups
    ]
    root = {"filterBranchType": "OR", "filterBranchOperator": "OR", "filters": []}
    return {**root, "filterBranches": below}


def list_of(client: HubSpot, kind: str, name: str = "Some", **others: Any) -> Any:
    return client.lists.create(
        name=name, object_type_id="0-1", processing_type=kind, **others
    ).list_


def ids_of(client: HubSpot, made: Any) -> list[str]:
    return [each.record_id for each in client.lists.memberships.list(made.list_id, limit=1)]


def test_a_manual_list_has_what_was_added(crm: StandIn, client: HubSpot) -> None:
    ids = [crm.create("contacts", {"city": str(n)}) for n in range(3)]
    made = list_of(client, "MANUAL")
    assert made.processing_status == "COMPLETE"
    changed = client.lists.memberships.add(made.list_id, [ids[2], ids[0], "7"])
    assert (changed.records_ids_added, changed.record_ids_missing) == ([ids[2], ids[0]], ["7"])
    assert ids_of(client, made) == [ids[0], ids[2]]
    client.lists.memberships.add_and_remove(
        made.list_id, record_ids_to_add=[ids[1]], record_ids_to_remove=[ids[0]]
    )
    assert ids_of(client, made) == [ids[1], ids[2]]
    assert client.lists.get(made.list_id).list_.size == 2
    found = client.lists.records.memberships.list("0-1", ids[1]).results
    assert [each.list_id for each in found] == [made.list_id]
    other = list_of(client, "MANUAL", "Other")
    client.lists.memberships.add_from(other.list_id, made.list_id)
    client.contacts.archive(ids[1])
    assert ids_of(client, other) == [ids[2]]
    client.lists.memberships.remove_all(other.list_id)
    assert ids_of(client, other) == []


def test_a_dynamic_list_has_what_its_filters_find(crm: StandIn, client: HubSpot) -> None:
    ids = [crm.create("contacts", {"city": city}) for city in ("Paris", "Rome", "Oslo")]
    filters = branch([("city", "IS_EQUAL_TO", ["Paris", "Rome"])], [("city", "CONTAINS", ["sl"])])
    made = list_of(client, "DYNAMIC", filter_branch=filters)
    states = [made.processing_status]
    states += [client.lists.get(made.list_id).list_.processing_status for _ in range(2)]
    assert states == ["PROCESSING", "PROCESSING", "COMPLETE"]
    assert ids_of(client, made) == ids
    client.contacts.update(ids[1], properties={"city": "Bonn"})
    assert ids_of(client, made) == [ids[0], ids[2]]
    updated = client.lists.update_filters(
        made.list_id, filter_branch=branch([("city", "IS_ANY_OF", ["Bonn"])])
    ).updated_list
    assert (updated.list_version, ids_of(client, made)) == (2, [ids[1]])
    for change in (client.lists.memberships.add, client.lists.memberships.remove):
        with pytest.raises(BadRequestError, match="DYNAMIC"):
            change(made.list_id, ids)


def test_a_snapshot_keeps_what_its_filters_found(crm: StandIn, client: HubSpot) -> None:
    ids = [crm.create("contacts", {"city": "Rome"}) for _ in range(2)]
    filters = branch([("city", "IS_KNOWN", [])])
    made = list_of(client, "SNAPSHOT", filter_branch=filters)
    crm.create("contacts", {"city": "Rome"})
    client.lists.memberships.remove(made.list_id, [ids[0]])
    assert ids_of(client, made) == [ids[1]]
    lines = exported(crm, view(exportType="LIST", listId=made.list_id))[2].splitlines()
    assert [line.partition(b",")[0].decode() for line in lines] == ["Record ID", ids[1]]


def test_a_list_that_is_not_valid_is_refused(client: HubSpot) -> None:
    list_of(client, "MANUAL")
    some = branch([("city", "IS_KNOWN", [])])
    for kind, name, others in (
        ("MANUAL", "Some", {}),  # the name is taken
        ("STATIC", "a", {}),
        ("DYNAMIC", "a", {}),
        ("MANUAL", "a", {"filter_branch": some}),
        ("DYNAMIC", "a", {"filter_branch": some["filterBranches"][0]}),
    ):
        with pytest.raises(BadRequestError):
            list_of(client, kind, name, **others)


def test_lists_are_found_renamed_and_restored(client: HubSpot) -> None:
    made = [list_of(client, "MANUAL", name) for name in ("Blue", "Red")]
    assert client.lists.rename(made[0].list_id, list_name="Green").updated_list.name == "Green"
    assert client.lists.get_by_name("0-1", "Green").list_.list_id == made[0].list_id
    asked: Any = {"additional_properties": [], "list_ids": [], "processing_types": []}
    found = list(client.lists.search(**asked, offset=0, count=1))
    assert [each.name for each in found] == ["Green", "Red"]
    client.lists.archive(made[1].list_id)
    with pytest.raises(NotFoundError):
        client.lists.get(made[1].list_id)
    client.lists.restore(made[1].list_id)
    ids = [each.list_id for each in made]
    assert [each.list_id for each in client.lists.list(list_ids=ids).lists] == ids


@every_way
def test_a_file_is_imported_from_its_path(way: Way, crm: StandIn, tmp_path: Path) -> None:
    asked = arguments("", [column("email", "email")])["import_request"]
    path = tmp_path / "people.csv"
    path.write_text("email\nada@example.com\n")
    with path.open("rb") as opened:
        for file in (path, opened):
            way(lambda c, file=file: c.imports.create(files=file, import_request=asked))
    end, start = os.pipe()  # its length is not known in advance
    os.write(start, path.read_bytes())
    os.close(start)
    with open(end, "rb") as opened:
        file = File("people.csv", opened)
        way(lambda c: c.imports.create(files=file, import_request=asked))
    assert [each.files for each in crm._portal.imports] == [{"people.csv": path.read_bytes()}] * 3
