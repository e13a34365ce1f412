"""Test diagnostics: one line each, whatever the strings of a document contain."""

from __future__ import annotations

import pickle

import pytest
from specloom.diagnostics import (
    Collector,
    Diagnostic,
    Location,
    Severity,
    SpecloomError,
    format_diagnostic,
    format_pointer,
)

PLACE = Location("specs/x.yaml", ("components", "schemas", "A"))


def found(message: str = "wrong", hint: str = "repair it") -> Diagnostic:
    return Diagnostic("dangling-reference", message, hint, PLACE)


def test_a_diagnostic_names_file_line_column_pointer_message_and_hint() -> None:
    assert format_diagnostic(found("'#/x' does not exist"), lambda _: (12, 5)) == (
        "specs/x.yaml:12:5: error[dangling-reference] #/components/schemas/A: '#/x' does not exist\n"
        "    hint: repair it"
    )


def test_without_a_position_the_file_and_pointer_remain() -> None:
    assert format_diagnostic(found(hint=""), lambda _: None) == (
        "specs/x.yaml: error[dangling-reference] #/components/schemas/A: wrong"
    )


def test_a_location_that_knows_its_line_is_not_looked_up() -> None:
    syntax = Diagnostic("invalid-json", "no", "repair it", Location("a.json", (), 3, 7))

    def never(location: Location) -> tuple[int, int]:
        raise AssertionError(location)

    assert format_diagnostic(syntax, never).startswith("a.json:3:7: error[invalid-json]: no\n")


def test_a_diagnostic_without_location_is_only_its_message() -> None:
    warning = Diagnostic("unused-skip", "nothing to skip", "remove it", None, Severity.WARNING)
    assert format_diagnostic(warning).splitlines()[0] == "warning[unused-skip]: nothing to skip"


@pytest.mark.parametrize(
    "hostile",
    [
        "\n",
        "\r",
        "\x1b[2J",
        "\u2028",
        "\u2029",
        "\x85",
        "\u202e",
        "\u200b",
        "\x00",
        "\ud800",
        "\x7f",
    ],
)
def test_text_of_documents_cannot_forge_a_line_or_drive_a_terminal(hostile: str) -> None:
    text = f"a{hostile}b.yaml:1:1: error[forged]: c"
    diagnostic = Diagnostic("code", text, text, Location(f"x{hostile}.yaml", (f"k{hostile}",)))
    shown = format_diagnostic(diagnostic)
    first, second = shown.split("\n")
    assert hostile not in first + second
    assert shown.encode("utf-8")


def test_long_texts_are_cut() -> None:
    diagnostic = Diagnostic("code", "m" * 10**6, "h" * 10**6, Location("d", ("p" * 10**6,)))
    shown = format_diagnostic(diagnostic)
    assert len(shown) < 2000
    assert shown.count("…") == 3


def test_pointers_are_escaped() -> None:
    assert format_pointer(("paths", "/a~b/{id}", "")) == "#/paths/~1a~0b~1{id}/"
    assert format_pointer(()) == "#"


def test_locations_are_ordered_with_and_without_lines() -> None:
    places = [
        Location("b"),
        Location("a", ("x",)),
        Location("a", (), 2, 1),
        Location("a", (), 1, 9),
    ]
    assert sorted(places) == [places[1], places[3], places[2], places[0]]


def test_a_collector_reports_every_error_once_and_in_order() -> None:
    collector = Collector()
    for message in ("one", "two", "one"):
        with collector.item():
            raise SpecloomError([found(message)])
    with pytest.raises(SpecloomError) as caught:
        collector.raise_if_errors()
    assert [each.message for each in caught.value.diagnostics] == ["one", "two"]


def test_warnings_alone_do_not_raise_but_are_reported_with_errors() -> None:
    warning = Diagnostic("w", "careful", "", None, Severity.WARNING)
    collector = Collector()
    collector.add(warning)
    collector.raise_if_errors()
    collector.add(found())
    with pytest.raises(SpecloomError) as caught:
        collector.raise_if_errors()
    assert caught.value.diagnostics == (warning, found())


def test_a_collector_lets_other_exceptions_pass() -> None:
    with pytest.raises(KeyError), Collector().item():
        raise KeyError("x")


def test_the_error_of_a_stage_can_cross_processes() -> None:
    error = SpecloomError.of("code", "message", hint="hint", location=PLACE)
    assert pickle.loads(pickle.dumps(error)).diagnostics == error.diagnostics
    assert str(error) == format_diagnostic(error.diagnostics[0])
