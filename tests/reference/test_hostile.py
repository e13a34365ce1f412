"""Texts of documents stay text: they never become markup, script or links of other kinds."""

from __future__ import annotations

import pytest
from specloom.reference.markdown import to_html, to_inline_html, to_plain, visible

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](  javascript:alert(1) )",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "[a](file:///etc/passwd)",
    "[a](//evil.example/x)",
    "[a](../../secret.html)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    '![x](https://evil.example/pixel.gif "t")',
    '[a](https://ok.example/" onmouseover="alert(1))',
    '[x]: javascript:alert(1)\n\n[x]',
    "`<b>`",
    "```html\n<script>alert(1)</script>\n```",
    "# <script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %}",
    "</details></body></html>",
    "&lt;script&gt;",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_description_becomes_markup_or_script(text: str) -> None:
    for html in (to_html(text), to_inline_html(text)):
        lowered = html.lower()
        assert "<script" not in lowered and "<img" not in lowered and "</body" not in lowered
        assert " onmouseover=" not in lowered.replace("&quot; onmouseover=", "")
        assert "</details" not in lowered and "<b>" not in lowered
        for part in lowered.split('href="')[1:]:
            assert part.startswith(("http://", "https://", "mailto:")), html
        assert "49" not in html


def test_characters_that_are_invisible_or_change_the_direction_are_written_out() -> None:
    assert visible("a\u202eb\u2066c\x00d\x1b[31m") == r"a\u202eb\u2066c\u0000d\u001b[31m"
    assert to_html("a\u202eb") == r"<p>a\u202eb</p>"
    assert visible("日本語 é\n\tok") == "日本語 é\n\tok"


def test_descriptions_are_commonmark() -> None:
    html = to_html(
        "See [the guide](https://a.example/x?a=1&b=2), *now*.\n\n* one\n* `two`\n\n| a |\n|---|\n| b |"
    )
    assert (
        '<a href="https://a.example/x?a=1&amp;b=2" rel="noopener noreferrer nofollow">the guide</a>'
        in html
    )
    assert (
        "<em>now</em>" in html
        and "<li><code>two</code></li>" not in html.replace("\n", "x")
        or "<ul>" in html
    )
    assert "<table>" in html
    assert (
        to_plain("See [the *guide*](https://a.example) and\n`code`.\n\n* one")
        == "See the guide and code. one"
    )
    assert to_html("# Title") == '<p class="subhead">Title</p>'
