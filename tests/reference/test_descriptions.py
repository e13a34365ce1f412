"""How pages show what documents write: simple HTML, notes and tables in descriptions, and missing summaries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from specloom.cli import main
from specloom.reference.markdown import to_html, to_inline_html, to_markdown, to_plain

from tests.reference.pages import parse


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<p>One <code>two</code>.</p><p>Three</p>", "<p>One <code>two</code>.</p>\n<p>Three</p>"),
        ("a<br>b", "<p>a<br />\nb</p>"),
        ("<ul><li>One</li><li><b>Two</b></li></ul>", "<ul>\n<li>One</li>\n<li><strong>Two</strong></li>\n</ul>"),
        ('see <a href="/docs">the docs</a>', "<p>see the docs</p>"),
        ('<span id="one">One</span>', "<p>One</p>"),
        ("`<p>`", "<p><code>&lt;p&gt;</code></p>"),
        ("```\n<br>\n```", "<pre><code>&lt;br&gt;\n</code></pre>"),
        ("> [!NOTE]\n> One", "<blockquote>\n<p><strong>Note</strong></p>\n<p>One</p>\n</blockquote>"),
    ],
)  # fmt: skip
def test_simple_html_is_markdown(text: str, html: str) -> None:
    assert to_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        '<p onclick="x">y',
        "<b onclick=x>y</b>",
        "<img src=x onerror=y>",
        "<b>scope",
        "<iframe src='javascript:x'></iframe>",
    ],
)
def test_other_html_stays_text(text: str) -> None:
    for html in (to_html(text), to_inline_html(text)):
        assert parse(html).text == text
        assert not [*parse(html.removeprefix("<p>").removesuffix("</p>")).every()]


def test_links_in_html_are_safe() -> None:
    assert to_html('<a href="javascript:x">y</a>') == "<p>y</p>"
    link = to_html('<a class="z" href="https://a.example/b" onclick="x">y</a>')
    assert link == '<p><a href="https://a.example/b" rel="noopener noreferrer nofollow">y</a></p>'


def test_tables_stay_tables_in_markdown() -> None:
    text = "| a | b |\n|---|---|\n| one<br>two | `x` |"
    assert to_markdown(text) == "| a | b |\n| --- | --- |\n| one two | `x` |"
    assert to_plain("<p>One <code>two</code>") == "One two"


def operation(**more: Any) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Node"}
    content = {"application/json": {"schema": schema}}
    return {"tags": ["nodes"], "responses": {"200": {"description": "", "content": content}}, **more}  # fmt: skip


LONG = f"Finds nodes by [name](/docs/names). {'Each name is checked first, which takes time. ' * 3}"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    node = {"$ref": "#/components/schemas/Node"}
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Nodes", "version": "1"},
        "paths": {
            "/nodes": {
                "get": operation(description="List all nodes"),
                "put": operation(operationId="putNodeListV2", description="<p>Puts nodes.</p>"),
                "post": operation(),
            },
            "/nodes/errors": {"get": operation(summary="Errors")},
            "/nodes/long": {"get": operation(summary=LONG)},
        },
        "components": {
            "schemas": {
                "Node": {
                    "type": "object",
                    "properties": {
                        "name": {"type": "string"},
                        "kind": {"type": "string", "enum": [f"kind{each}" for each in range(500)]},
                        "few": {"type": "string", "enum": ["a", "b"]},
                        "parent": node,
                        "children": {"type": "array", "items": node},
                        "named": {"type": "object", "additionalProperties": node},
                    },
                }
            }
        },
    }
    folder: Path = tmp_path_factory.mktemp("nodes")
    (folder / "api.json").write_text(json.dumps(document))
    arguments = ["docs", str(folder / "api.json"), "--output", str(folder / "out")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return (folder / "out" / "en" / "api" / "nodes.html").read_text("utf-8")


def test_operations_without_summary_have_titles(page: str) -> None:
    sections = [*parse(page).every("section", "op")]
    titles = {each.one("p", "route").text: each.one("h3").text for each in sections}
    assert titles == {
        "GET /nodes": "List all nodes",
        "PUT /nodes": "Put node list v2",
        "POST /nodes": "POST /nodes",
        "GET /nodes/errors": "Errors",
        "GET /nodes/long": "Finds nodes by name.",
    }
    assert "Each name is checked first" in page and "[name]" not in page
    assert page.count("<p>Puts nodes.</p>") == 1


def test_examples_of_recursive_models_end(page: str) -> None:
    sections = [*parse(page).every("section", "op")]
    answer = sections[0].one("div", "panel").every("div", "code")
    (code,) = [each.one("code") for each in answer if each.attributes["data-label"] == "200"]
    assert json.loads("".join(code.strings())) == {"name": "string", "kind": "kind0", "few": "a"}


def test_many_options_open(page: str) -> None:
    operation = next(parse(page).every("section", "op"))
    (many,) = operation.every("details", "opts")
    assert many.one("summary").text == "Options: 500" and len([*many.every("code")]) == 500
    assert [each.text for each in operation.every("p", "opts")] == ["Options: a b"]
