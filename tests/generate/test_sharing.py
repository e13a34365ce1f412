"""Test resources with common operations: each distinct operation is generated once."""

from __future__ import annotations

from msgspec.structs import replace
from specloom.interning.shapes import Member
from specloom.interning.sharing import Unit, find_bases, find_fragments


def unit(number: int, words: str, *, users: int = 1, age: int = 0) -> Unit:
    return Unit(number, age, frozenset(Member(word, word) for word in words), users, True)


def test_a_unit_extends_the_largest_part_of_it_that_more_have() -> None:
    units = [unit(0, "ab", users=9), unit(1, "abc", users=5), unit(2, "abcd", users=2)]
    assert find_bases(units) == {1: 0, 2: 1}


def test_a_part_that_fewer_have_is_no_base() -> None:
    assert find_bases([unit(0, "abc", users=5), unit(1, "ab", users=1)]) == {}


def test_a_part_of_a_newer_version_is_no_base() -> None:
    assert find_bases([unit(0, "abc", users=1), unit(1, "ab", users=5, age=1)]) == {}


def test_units_of_different_depth_do_not_extend_each_other() -> None:
    below = replace(unit(1, "ab", users=5), is_first=False)
    assert find_bases([unit(0, "abc"), below]) == {}


def test_what_several_write_out_becomes_a_fragment() -> None:
    units = [unit(0, "abc", users=5), unit(1, "abx"), unit(2, "ay")]
    found = [("".join(m.word for m in f.members), f.owners) for f in find_fragments(units, {})]
    assert found == [("b", (0, 1)), ("a", (0, 1, 2))]


def test_what_a_base_has_is_in_no_fragment() -> None:
    units = [unit(0, "ab", users=5), unit(1, "abc", users=2), unit(2, "bz")]
    found = find_fragments(units, find_bases(units))
    assert [(tuple(m.word for m in f.members), f.owners) for f in found] == [(("b",), (0, 2))]
