"""Test how wire names become Python names."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specloom.naming import reserved
from specloom.naming.words import ONE_WORD, pascal_case, snake_case, split_words

NAMES = {
    "objectTypeId": ("object_type_id", "ObjectTypeId"),
    "object-type_id": ("object_type_id", "ObjectTypeId"),
    "HTTPServer": ("http_server", "HTTPServer"),
    "getHTTP": ("get_http", "GetHTTP"),
    "idAB1c": ("id_ab1c", "IdAB1c"),
    "hs_createdate": ("hs_createdate", "HsCreatedate"),
    "X-Request-ID": ("x_request_id", "XRequestID"),
    "filter[color]": ("filter_color", "FilterColor"),
    "$top": ("top", "Top"),
    "@type": ("type", "Type"),
    "_links": ("links", "Links"),
    "v3": ("v3", "V3"),
    "2fa": ("n_2fa", "N2fa"),
    "a.b/c": ("a_b_c", "ABC"),
    "OAuth2PasswordBearer": ("oauth2_password_bearer", "OAuth2PasswordBearer"),
    "myOAuth": ("my_oauth", "MyOAuth"),
    "IPv4Address": ("ipv4_address", "IPv4Address"),
    "callbackURLs": ("callback_urls", "CallbackURLs"),
    "DateSent<": ("date_sent_less_than", "DateSentLessThan"),
    "DateSent>=": ("date_sent_at_least", "DateSentAtLeast"),
    "price!=": ("price_not", "PriceNot"),
    "Page<Pet>": ("page_pet", "PagePet"),
    "+1": ("plus_1", "Plus1"),
    "-1": ("minus_1", "Minus1"),
    "*": ("star", "Star"),
    "": ("value", "Value"),
    "   ": ("value", "Value"),
    "😀": ("value", "Value"),
    "étage": ("étage", "Étage"),
    "größeInM": ("größe_in_m", "GrößeInM"),
    "ИмяФайла": ("имя_файла", "ИмяФайла"),
    "名前": ("名前", "名前"),
    "ﬁle": ("file", "File"),
    "x٣": ("x٣", "X٣"),
}


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str) -> None:
    assert (snake_case(name), pascal_case([name])) == NAMES[name]


def test_several_names_are_joined() -> None:
    assert snake_case("pets", "photoUrls") == "pets_photo_urls"
    assert pascal_case(["pets", "photoUrls"]) == "PetsPhotoUrls"


def test_words() -> None:
    assert split_words("objectTypeId2") == ("object", "type", "id2")
    assert split_words("object-type_id2") == ("object", "type", "id2")
    assert split_words("?") == ()


@given(st.text())
def test_a_name_is_always_an_identifier(name: str) -> None:
    for made in (snake_case(name), pascal_case([name])):
        assert made.isidentifier()
        assert not made.startswith("_")
        assert not made.endswith("_")


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_joined_names_are_identifiers_too(names: list[str]) -> None:
    assert snake_case(*names).isidentifier()
    assert pascal_case(names).isidentifier()


@given(st.text())
def test_python_reads_a_name_as_it_is_written(name: str) -> None:
    """Python normalizes identifiers, so a name that is not normalized would be another one."""
    for made in (snake_case(name), pascal_case([name])):
        assert list(compile(f"{made}_ = 1", "", "exec").co_names) == [f"{made}_"]


@given(st.text())
def test_a_name_stays_when_it_is_named_again(name: str) -> None:
    made = snake_case(name)
    assert snake_case(made) == made
    again = pascal_case([name])
    assert pascal_case([again]) == again


@given(st.from_regex(r"[a-z]+(_[a-z]+){0,3}", fullmatch=True))
def test_snake_case_and_back(name: str) -> None:
    assert snake_case(name) == name
    assert snake_case(pascal_case([name])).replace("_", "") == name.replace("_", "")


@pytest.mark.parametrize(
    "words",
    [
        reserved.PROPERTIES,
        reserved.METHODS,
        reserved.RESOURCES,
        reserved.ARGUMENTS,
        reserved.CREDENTIALS,
        reserved.CLASSES,
    ],
)
def test_keywords_are_reserved_everywhere(words: frozenset[str]) -> None:
    assert set(keyword.kwlist) <= words
    assert all(
        not f"{word}_".startswith("_") and f"{word}_" not in words
        for word in words
        if word[0] != "_"
    )


def test_the_documentation_lists_the_names_that_are_one_word() -> None:
    page = (Path(__file__).parents[2] / "docs/names.md").read_text("utf-8")
    row = next(line for line in page.splitlines() if "capitals inside are one word" in line)
    listed = set(re.findall(r"`(\w+)`", row.split("|")[1]))
    assert listed == {*ONE_WORD, "IPv4", "IPv6"}


def test_the_examples_of_the_documentation() -> None:
    """Each row of the table of words has as many names as results."""
    page = (Path(__file__).parents[2] / "docs/names.md").read_text("utf-8")
    table = page.split("## Arguments and attributes")[1]
    checked = 0
    for line in table.splitlines():
        cells = line.split("|")[1:-1]
        if len(cells) != 3 or "`" not in cells[1] or "underscore" in cells[0]:
            continue
        names, results = (re.findall(r"`([^`]+)`", cell) for cell in cells[1:])
        assert [snake_case(each.strip('"')) for each in names] == results
        checked += len(names)
    assert checked > 35
