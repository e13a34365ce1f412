"""Test scalars and their formats: their Python values, and that they are encoded as they came."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import Package
from tests.generate.typed import THING, document_of, thing_of
from tests.support.loopback import Loopback


def test_numbers_come_back_as_they_came(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(document_of("""
Thing: {type: object, properties: {n: {type: number}, d: {type: number, format: decimal}, \
i: {type: integer, format: int64}}}
"""))
    decode = package.models.Thing.from_json
    for number in ("1", "1.0", "12345678901234567890123", "-0.5", "1e300"):
        assert decode(f'{{"n":{number}}}').to_json() == f'{{"n":{number}}}'.encode()
    exact = decode('{"d":0.12345678901234567890123}')
    assert exact.d == Decimal("0.12345678901234567890123")
    assert exact.to_json() == b'{"d":0.12345678901234567890123}'
    assert decode('{"i":9223372036854775808}').i == 2**63
    mypy_strict(package.folder / package.name)


FORMATS = """
Thing:
  type: object
  properties:
    day: {type: string, format: date}
    at: {type: string, format: date-time}
    time: {type: string, format: time}
    length: {type: string, format: duration}
    uuid: {type: string, format: uuid}
    bytes: {type: string, format: byte}
    url: {type: string, format: base64url}
    price: {type: string, format: decimal}
    since: {type: integer, format: unix-time}
    http: {type: string, format: date-time-rfc1123}
    uri: {type: string, format: uri}
"""


@pytest.mark.parametrize(
    ("name", "wire", "value"),
    [
        ("day", "2020-02-03", date(2020, 2, 3)),
        ("at", "2020-02-03T04:05:06Z", datetime(2020, 2, 3, 4, 5, 6, tzinfo=UTC)),
        ("at", "2020-02-03T04:05:06", datetime(2020, 2, 3, 4, 5, 6)),
        ("time", "04:05:06Z", time(4, 5, 6, tzinfo=UTC)),
        ("length", "PT36H", timedelta(hours=36)),
        ("length", "P2W", timedelta(weeks=2)),
        ("length", "-P1DT1.5S", -timedelta(days=1, seconds=1.5)),
        ("bytes", "aGk=", b"hi"),
        ("url", "_-8", b"\xff\xef"),
        ("price", "1.50", Decimal("1.5")),
        ("since", 1_600_000_000, datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)),
        ("since", -1, datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("http", "Sun, 06 Nov 1994 08:49:37 GMT", datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)),
        ("uri", "https://example.org/?a b", "https://example.org/?a b"),
    ],
)
def test_formats(name: str, wire: object, value: object, one_of_each: Package) -> None:
    thing = thing_of(one_of_each, {name: wire})
    assert getattr(thing, name) == value
    for again in (copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        assert again.to_dict() == {name: wire}
    more = one_of_each.models.Thing.from_json(thing.with_unknown_fields({"x": 1}).to_json())
    assert more.to_dict() == {name: wire, "x": 1}


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("length", "P1M"),
        ("length", "PT"),
        ("bytes", "no base64!"),
        ("url", "a/b"),
        ("price", "a lot"),
        ("price", 5),
        ("since", "soon"),
        ("since", 10**18),
        ("since", True),
        ("http", "tomorrow"),
        ("day", "2020-02-30"),
    ],
)
def test_texts_that_do_not_have_their_format_stay(
    name: str, wire: object, one_of_each: Package
) -> None:
    assert getattr(thing_of(one_of_each, {name: wire}, name), name) == wire


def test_values_that_are_made_have_the_usual_form(
    one_of_each: Package, mypy_strict: MypyStrict
) -> None:
    shop = one_of_each.module()
    assert [shop.Duration(seconds=each).to_wire() for each in (0, -90, 86_400)] == [
        "P0D",
        "-PT1M30S",
        "P1D",
    ]
    thing = one_of_each.models.Thing(
        length=shop.Duration(days=123, hours=22, seconds=12.011),
        price=shop.DecimalText("2.50"),
        since=shop.UnixTime(2020, 9, 13, 12, 26, 40, tzinfo=UTC),
        http=shop.HttpDate(1994, 11, 6, 8, 49, 37, tzinfo=UTC),
        url=shop.Base64Url(b"\xff\xef"),
        bytes=b"hi",
    )
    assert thing.to_dict() == {
        "length": "P123DT22H12.011S",
        "price": "2.50",
        "since": 1_600_000_000,
        "http": "Sun, 06 Nov 1994 08:49:37 GMT",
        "url": "_-8",
        "bytes": "aGk=",
    }
    mypy_strict(one_of_each.folder / one_of_each.name)


@pytest.fixture
def one_of_each(generated: Generated) -> Package:
    return generated(document_of(FORMATS))


def test_formats_go_in_parameters_as_well(generated: Generated, server: Loopback) -> None:
    package = generated(
        document_of(
            "Thing: {type: object}",
            paths="""  /things:
    get:
      parameters:
        - {name: bytes, in: query, schema: {type: string, format: byte}}
        - {name: length, in: query, schema: {type: string, format: duration}}
        - {name: since, in: query, schema: {type: integer, format: unix-time}}
      responses: {"204": {description: Done.}}
""",
        )
    )
    server.answer_json({})
    since = package.module("_core.codec.scalars").UnixTime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)
    with package.client(base_url=server.url) as client:
        client.things.get(bytes=b"hi", length=package.module().Duration(seconds=5), since=since)
    assert server.requests[0].query == [
        ("bytes", "aGk="),
        ("length", "PT5S"),
        ("since", "1600000000"),
    ]


def test_formats_by_the_projects_table(generated: Generated) -> None:
    document = document_of("""
Thing: {type: object, properties: {id: {type: string, format: uuid}, \
size: {type: string, format: color-depth}, at: {type: integer, format: epoch}}}
""")
    settings = (
        '[formats]\nuuid = "string"\ncolor-depth = "fractions:Fraction"\nepoch = "unix-time"\n'
    )
    package = generated(document, settings=settings)
    text = package.text(f"{package.name}/models.py")
    for line in (
        "from fractions import Fraction",
        "id: str |",
        "size: Fraction |",
        "at: UnixTime |",
    ):
        assert line in text


def test_a_format_of_a_document_names_no_class(generated: Generated) -> None:
    document = document_of("""
Thing: {type: object, properties: {a: {type: string, format: "os:abort"}, \
b: {type: integer, format: ".models:Thing"}}}
""")
    package = generated(document)
    text = package.text(f"{package.name}/models.py")
    assert "abort" not in text and "a: str |" in text and "b: int |" in text


def test_a_core_module_that_nothing_needs_is_left_out(generated: Generated) -> None:
    package = generated(document_of("Thing: {type: object, properties: {a: {type: string}}}"))
    assert not (package.folder / package.name / "_core" / "codec" / "scalars.py").exists()
    package = generated(document_of(FORMATS))
    assert (package.folder / package.name / "_core" / "codec" / "scalars.py").exists()


TIMES = """
Thing:
  type: object
  required: [at]
  properties:
    at: {type: string, format: date-time}
    maybe: {type: [string, "null"], format: date-time}
    many: {type: array, items: {type: string, format: date-time}}
    by_name: {type: object, additionalProperties: {type: string, format: date-time}}
    either: {anyOf: [{type: integer}, {type: string, format: date-time}]}
    inner: {$ref: "#/components/schemas/Inner"}
Inner: {type: object, properties: {at: {type: string, format: date-time}}}
"""


def test_times_without_an_offset_are_in_utc(generated: Generated, mypy_strict: MypyStrict) -> None:
    document = document_of(
        TIMES,
        paths=f"""\
  /things:
    get:
      parameters: [{{name: since, in: query, schema: {{type: string, format: date-time}}}}]
      {THING}
""",
    )
    shop = generated(document, settings='[formats]\ndate-time = "date-time-utc"\n')
    naive, aware = "2026-03-30T08:15:30", datetime(2026, 3, 30, 8, 15, 30, tzinfo=UTC)
    given = {
        "at": naive,
        "maybe": naive + ".5",
        "many": [naive, naive + "Z"],
        "by_name": {"a": "2026-03-30 08:15:30"},
        "either": naive,
        "inner": {"at": naive + ".123456789"},
        "new": naive,
    }
    for thing in (
        shop.models.Thing.from_dict(given),
        shop.models.Thing.from_json(json.dumps(given)),
    ):
        assert thing.misfits == {}
        assert (thing.at, thing.maybe) == (aware, aware.replace(microsecond=500_000))
        assert thing.many == [aware, aware] and thing.by_name == {"a": aware}
        assert thing.either == aware and thing.inner.at == aware.replace(microsecond=123_456)
        assert thing.unknown_fields == {"new": naive}
        assert thing.to_dict()["at"] == "2026-03-30T08:15:30Z"
    other = shop.models.Thing.from_dict({"at": "2026-03-30T10:15:30+02:00", "maybe": None})
    assert (other.at, other.at.utcoffset(), other.maybe) == (aware, timedelta(hours=2), None)
    wrong = shop.models.Thing.from_dict({"at": "2026-13-30T08:15:30"})
    assert wrong.at == "2026-13-30T08:15:30" and list(wrong.misfits) == ["at"]
    names = shop.module()
    transport = names.MockTransport([names.json_response(given)])
    with shop.client(base_url="https://api.example", transport=transport) as client:
        assert client.things.get(since=aware).at == aware
        with pytest.raises(names.InputError, match="since is a datetime without a time zone"):
            client.things.get(since=aware.replace(tzinfo=None))
    assert transport.requests[0].url.endswith("since=2026-03-30T08%3A15%3A30Z")
    mypy_strict(shop.folder / shop.name)
