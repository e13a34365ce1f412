"""Test that values with reserved characters of URLs stay within their path, and that cookies
cannot add others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.whole_core import core

InputError: Any = core("errors").InputError
Styled = core("codec.styles").Styled
expand, pairs = core("codec.urls").expand, core("codec.urls").pairs


RESERVED = Styled("path", "path", allow_reserved=True)
CLIMBING = (
    "..", ".", "a/../b", "%2e%2e", "%2E.", ".%2e/x", "..%2fx", "..%2Fx", "..%5cx", "..\\x",
    "a/%2e%2e/b", "a%2f..%2fb", "%252e%252e", "..;a=b/x", "..%00/x", "%2e%2e%20", "a/.", "./a",
)  # fmt: skip


@pytest.mark.parametrize("value", CLIMBING)
def test_a_reserved_value_cannot_climb_out_of_its_path(value: str) -> None:
    with pytest.raises(ValueError, match="would change the path"):
        expand("/files/{path}", {"path": value}, (RESERVED,))
    with pytest.raises(ValueError, match="would change the path"):
        pairs(Styled("path", "query", allow_reserved=True), value)
    with pytest.raises(InputError, match="would change the path"):
        expand("/files/{path}", {"path": ["a", f"b/{value}/c"]}, (RESERVED,))


def test_a_reserved_value_cannot_climb_together_with_its_neighbours() -> None:
    for template, value in (
        ("/files/{path}.", "a/"),
        ("/files/{path}%2e", "a%2f."),
        ("/{path}.", "a/."),
    ):
        with pytest.raises(InputError, match="would change the path"):
            expand(template, {"path": value}, (RESERVED,))


@pytest.mark.parametrize(
    "value", ["a/b", "...", "..a", "a..", "%2e%2ea", "a%2fb", "v1.2/x;y=..", "100%"]
)
def test_other_reserved_values_are_sent(value: str) -> None:
    sent = expand("/files/{path}", {"path": value}, (RESERVED,))
    assert sent == f"/files/{value.removesuffix('%')}" + ("%25" if value.endswith("%") else "")


@pytest.mark.parametrize("value", ["a; admin=1", "a\r\nX: y", "é", "\0"], ids=ascii)
def test_a_cookie_as_it_is_cannot_add_another(value: str) -> None:
    with pytest.raises(InputError, match="cookie parameter 'c' has a semicolon") as caught:
        pairs(Styled("c", "cookie", "cookie"), value)
    assert "admin" not in str(caught.value)
    assert pairs(Styled("c", "cookie", "cookie"), "a=b, c") == [("c", "a=b, c")]
