"""Test typed record classes: what the command writes, that it is only code, and how it behaves."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import hubspot_crm
import pytest
from hubspot_crm import UNSET, HubSpot
from hubspot_crm.typed_properties import (
    RecordClass,
    attribute_names,
    class_names,
    main,
    render,
)
from hubspot_crm.v3.models import Property
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer
from tests.support.mypy_run import run_mypy

GENERATED = Path(hubspot_crm.__path__[0]).parent


def definition(name: str, type: str = "string", **given: Any) -> dict[str, Any]:
    texts = {"fieldType": "text", "groupName": "group", "label": name.title(), "description": ""}
    return {"name": name, "type": type, "options": [], **texts, **given}


def options(*values: str) -> list[dict[str, Any]]:
    return [{"label": value, "value": value, "hidden": False} for value in values]


DEALS = [
    definition("dealname"),
    definition("amount", "number", description="What it is\n  worth."),
    definition("closedate", "date"),
    definition("last_call", "datetime"),
    definition("won", "bool"),
    definition("dealstage", "enumeration", fieldType="select", options=options("open", "won")),
    definition("tags", "enumeration", fieldType="checkbox", options=options("a", "b")),
    definition("hubspot_owner_id", "enumeration", fieldType="select", externalOptions=True),
    definition("days_open", "number", calculated=True),
    definition(
        "hs_object_id",
        "number",
        modificationMetadata={
            "archivable": False,
            "readOnlyDefinition": True,
            "readOnlyValue": True,
        },
    ),
    definition("class"),
    definition("date", "date"),
    definition("id"),
    definition("1st"),
    definition("from_record"),
    definition("with-dash"),
    definition("with_dash"),
    definition("__init__"),
    definition("shape", "of the future"),
]
RECORD = {
    "id": "7",
    "archived": False,
    "createdAt": "2026-01-01T00:00:00Z",
    "updatedAt": "2026-01-01T00:00:00Z",
    "properties": {
        "dealname": "Vats",
        "amount": "12500.00",
        "closedate": "2026-05-01",
        "last_call": "2026-04-01T09:30:00Z",
        "won": "false",
        "dealstage": "open",
        "tags": "a;b",
        "days_open": "3",
        "class": None,
        "not defined": "x",
    },
}


def respond(request: RecordedRequest) -> Answer:
    if "/properties/" in request.path:
        return json_answer({"results": DEALS})
    return json_answer(RECORD)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", "pat-secret")
    with Loopback(respond) as loopback:
        yield loopback


@pytest.fixture
def written(server: Loopback, tmp_path: Path) -> Path:
    output = tmp_path / "crm_types.py"
    assert main(["--output", str(output), "--base-url", server.url, "deals"]) == 0
    return output


def classes(path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import the module; dataclasses look themselves up in sys.modules."""
    monkeypatch.syspath_prepend(str(path.parent))
    monkeypatch.delitem(sys.modules, path.stem, raising=False)
    return __import__(path.stem)


@pytest.fixture
def deal_class(written: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    return classes(written, monkeypatch).Deal


def test_what_is_written(written: Path, server: Loopback) -> None:
    text = written.read_text("utf-8")
    assert "class Deal(TypedRecord):" in text
    assert '    amount: Decimal | None | UnsetType = prop("amount", "number")\n' in text
    assert '    "Amount. What it is worth."\n' in text
    assert 'dealstage: Literal["open", "won"] | str | None | UnsetType' in text
    assert 'tags: list[Literal["a", "b"] | str] | None | UnsetType' in text
    assert 'prop("days_open", "number", read_only=True)' in text
    [request] = server.requests
    assert request.headers["authorization"] == "Bearer pat-secret"
    assert request.path.endswith("/deals")


def test_a_record_with_types(deal_class: Any, server: Loopback) -> None:
    with HubSpot("token", base_url=server.url) as client:
        record = client.deals.get("7", properties=deal_class.property_names())
    asked = [value for name, value in server.requests[-1].query if name == "properties"]
    assert set(asked[0].split(",") if len(asked) == 1 else asked) == {
        each["name"] for each in DEALS
    }
    deal = deal_class.from_record(record)
    assert (deal.id, deal.dealname, deal.amount) == ("7", "Vats", Decimal("12500.00"))
    assert (deal.closedate, deal.won) == (date(2026, 5, 1), False)
    assert deal.last_call == datetime(2026, 4, 1, 9, 30, tzinfo=UTC)
    assert (deal.dealstage, deal.tags) == ("open", ["a", "b"])
    assert (deal.class_, deal.hubspot_owner_id) == (None, UNSET)
    assert deal.misfits == {}


def test_only_what_changed_is_sent(deal_class: Any) -> None:
    deal = deal_class.from_record(record(RECORD["properties"]))
    assert deal.to_properties() == {}
    deal.amount = Decimal("12500")
    assert deal.to_properties() == {}
    deal.amount, deal.won, deal.dealname = 13_000, True, None
    deal.tags.append("c")
    deal.closedate = datetime(2026, 6, 1, tzinfo=UTC)
    assert deal.to_properties() == {
        "amount": "13000",
        "closedate": "2026-06-01",
        "dealname": "",
        "tags": "a;b;c",
        "won": "true",
    }


def test_a_new_record_sends_what_is_set(deal_class: Any) -> None:
    deal = deal_class(dealname="Vats", p_1st="x", id_="y", with_dash="z", with_dash_2="-")
    assert deal.to_properties() == {
        "1st": "x",
        "dealname": "Vats",
        "id": "y",
        "with_dash": "z",
        "with-dash": "-",
    }


@pytest.mark.parametrize(
    ("attribute", "value", "message"),
    [
        ("days_open", 4, "property 'days_open' is read-only"),
        ("hs_object_id", 4, "property 'hs_object_id' is read-only"),
        (
            "amount",
            date(2026, 1, 1),
            "a value of type date cannot be the value of a number property",
        ),
        ("closedate", datetime(2026, 6, 1, 9, tzinfo=UTC), "midnight UTC"),
    ],
)
def test_what_cannot_be_sent(deal_class: Any, attribute: str, value: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        deal_class(**{attribute: value}).to_properties()


def test_odd_text_is_kept_and_named(deal_class: Any) -> None:
    deal = deal_class.from_record(record({"amount": "a lot", "tags": None, "won": True, "id": "5"}))
    assert (deal.amount, deal.tags, deal.won, deal.id_) == ("a lot", [], True, "5")
    assert deal.misfits == {"amount": "number"}
    assert deal.to_properties() == {}


@pytest.mark.whole
def test_mypy_strict_takes_what_is_written(written: Path, tmp_path: Path) -> None:
    used = tmp_path / "used.py"
    used.write_text(
        "from decimal import Decimal\n"
        "from hubspot_crm import HubSpot, UNSET, v3\n"
        "from crm_types import Deal\n\n"
        "def total(client: HubSpot, old: v3.HubSpot) -> Decimal:\n"
        "    deal = Deal.from_record(client.deals.get('7'))\n"
        "    Deal.from_record(old.deals.get('7'))\n"
        "    for each in client.deals.list():\n"
        "        Deal.from_record(each)\n"
        "    client.deals.update('7', properties=deal.to_properties())\n"
        "    if deal.amount is UNSET or deal.amount is None:\n"
        "        return Decimal(0)\n"
        "    return deal.amount\n\n"
        "wrong: int = Deal().amount\n"
    )
    config = tmp_path / "mypy.ini"
    config.write_text(f"[mypy]\nstrict = True\nmypy_path = {GENERATED}:{tmp_path}\n", "utf-8")
    arguments = ["--config-file", str(config), "--cache-dir", str(tmp_path / "cache")]
    output, errors, status = run_mypy([*arguments, str(written), str(used)])
    [line, summary] = output.splitlines()
    assert (status, errors) == (1, "")
    assert "used.py:15: error: Incompatible types in assignment" in line
    assert "Found 1 error" in summary


def test_no_drift(written: Path, server: Loopback, capsys: pytest.CaptureFixture[str]) -> None:
    before = written.stat().st_mtime_ns
    arguments = ["--check", "--output", str(written), "--base-url", server.url, "deals"]
    assert main(arguments) == 0
    assert capsys.readouterr().out == ""
    assert main(arguments[1:]) == 0
    assert written.stat().st_mtime_ns == before


def test_drift(
    written: Path,
    server: Loopback,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = written.read_text("utf-8")
    changed = [*DEALS[2:], definition("amount", "string"), definition("added", "bool")]
    monkeypatch.setattr(sys.modules[__name__], "DEALS", changed)
    arguments = ["--check", "--output", str(written), "--base-url", server.url, "deals"]
    assert main(arguments) == 1
    shown = capsys.readouterr().out
    assert '-    dealname: str | None | UnsetType = prop("dealname", "string")' in shown
    assert '+    amount: str | None | UnsetType = prop("amount", "string")' in shown
    assert "crm_types.py is out of date: " in shown
    assert written.read_text("utf-8") == text


def test_a_file_that_is_not_there_has_drifted(server: Loopback, tmp_path: Path) -> None:
    output = tmp_path / "none.py"
    assert main(["--check", "--output", str(output), "--base-url", server.url, "deals"]) == 1
    assert not output.exists()


def test_without_a_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HUBSPOT_ACCESS_TOKEN", raising=False)
    with pytest.raises(SystemExit) as caught:
        main(["--output", str(tmp_path / "x.py"), "deals"])
    assert caught.value.code == 2
    assert "HUBSPOT_ACCESS_TOKEN is not set" in capsys.readouterr().err


def test_an_error_of_the_api_is_one_line_and_status_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OTHER", "pat-secret")
    with Loopback(lambda _: json_answer({"message": "no"}, status=403)) as server:
        arguments = ["--token-variable", "OTHER", "--base-url", server.url]
        assert main([*arguments, "--output", str(tmp_path / "x.py"), "deals"]) == 2
    shown = capsys.readouterr().err
    assert "403" in shown and "Traceback" not in shown and "pat-secret" not in shown
    assert not (tmp_path / "x.py").exists()


def test_as_a_command(server: Loopback, tmp_path: Path) -> None:
    output = tmp_path / "crm.py"
    command = [sys.executable, "-m", "hubspot_crm.typed_properties", "--output", str(output)]
    result = subprocess.run(
        [*command, "--base-url", server.url, "deals", "2-5=Car"],
        env={**os.environ, "PYTHONPATH": str(GENERATED)},
        capture_output=True,
        text=True,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "class Car(TypedRecord):" in output.read_text("utf-8")


def test_the_order_of_definitions_and_options_does_not_matter() -> None:
    turned = [{**each, "options": each["options"][::-1]} for each in reversed(DEALS)]
    assert render([made(DEALS)]) == render([made(turned)])


HOSTILE = [
    '"""\nimport os',
    "'\"\\",
    "\\N{BULLET} \\x00 \x00\r\n\u2028\u202e",
    '\\"',
    "\ud800",
    "{{ x }} {% y %} # z",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_never_becomes_code(text: str, tmp_path: Path) -> None:
    run(text, tmp_path / "hostile.py")


@settings(deadline=None)
@given(st.text())
def test_no_text_becomes_code(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    run(text, tmp_path_factory.mktemp("any") / "any.py")


def run(text: str, path: Path) -> None:
    """Write a class with a string in every location, and check that it only occurs as a string."""
    values = options(text, "x")
    given = {"label": text, "description": text, "type": "enumeration", "options": values}
    source = render([made([definition(text, **given)], text)])
    assert source.replace("\n", "").isprintable()
    path.write_text(source, "utf-8")
    names = runpy.run_path(str(path))
    assert names["Thing"].object_type == text
    assert names["Thing"].property_names() == [text]
    public = {name for name in names if not name.startswith("__")}
    allowed = {"Thing", "TypedRecord", "prop", "dataclass", "ClassVar", "Literal", "UnsetType"}
    assert public - {"annotations"} <= allowed


@settings(deadline=None)
@given(st.lists(st.text(max_size=4), unique=True))
def test_each_property_has_an_attribute_of_its_own(names: list[str]) -> None:
    attributes = attribute_names(names)
    assert set(attributes) == set(names)
    assert len(set(attributes.values())) == len(names)
    assert all(each.isidentifier() and each[0] != "_" for each in attributes.values())


def test_class_names() -> None:
    types = "contacts companies line_items taxes p_cars p123_classes 2-5 postal_mail 0-3=Deal"
    assert list(class_names(types.split())) == sorted(
        ["Contact", "Company", "LineItem", "Tax", "Car", "Classe", "Object25", "PostalMail", "Deal"]
    )
    for wrong in (["x=import"], ["x=a b"], ["x=é"], ["x=Decimal"], ["a", "A"], ["--"]):
        with pytest.raises(ValueError):
            class_names(wrong)


def made(definitions: list[dict[str, Any]], object_type: str = "things") -> RecordClass:
    properties = [Property.from_dict(each) for each in definitions]
    return RecordClass("Thing", object_type, properties)


def record(properties: Any) -> Any:
    from hubspot_crm.v2025_09.models import SimplePublicObject

    return SimplePublicObject.from_dict({**RECORD, "properties": properties})
