"""What `specloom docs` writes: hostile texts stay text, links lead somewhere, a second run changes nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from specloom.cli import main
from specloom.reference.links import broken_links
from specloom.reference.markdown import is_safe_link

from tests.corpus.sources import SOURCES, fetch
from tests.reference.pages import Element, parse

EVIL = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`${7*7}{{7*7}}"
    "[x](javascript:alert(3)) \u202eevil\u2066 </details></main> --></style> \u2028 $(touch pwned) `touch pwned`"
)
EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def hostile() -> dict[str, Any]:
    """Return a document with a hostile string wherever OpenAPI allows any."""
    schema = {
        "type": "object",
        "title": EVIL,
        "description": EVIL,
        "required": [EVIL],
        "properties": {
            EVIL: {
                "type": "string",
                "description": EVIL,
                "default": EVIL,
                "examples": [EVIL],
                "pattern": "</script>",
            },
            "kind": {"type": "string", "enum": [EVIL, "b"], "description": "javascript:alert(1)"},
            "list": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
        },
        "example": {EVIL: EVIL},
    }
    operation = {
        "summary": EVIL,
        "description": EVIL,
        "operationId": "evil",
        "tags": [EVIL],
        "externalDocs": {"url": "javascript:alert(1)", "description": EVIL},
        "parameters": [
            {
                "name": "q",
                "in": "query",
                "description": EVIL,
                "schema": {"type": "string"},
                "example": EVIL,
            },
            {
                "name": "x-evil",
                "in": "header",
                "schema": {"type": "string"},
                "example": EVIL,
                "required": True,
            },
            {
                "name": "id",
                "in": "path",
                "required": True,
                "schema": {"type": "string"},
                "example": EVIL,
            },
        ],
        "requestBody": {
            "content": {"application/json": {"schema": schema, "example": {EVIL: EVIL}}}
        },
        "responses": {
            "200": {
                "description": EVIL,
                "content": {"application/json": {"schema": schema, "example": EVIL}},
            },
            "default": {"description": EVIL},
        },
        "security": [{"login": ["<b>scope"]}],
        "x-specloom-docs": {"products": {EVIL: EVIL}, "limits": [EVIL], "notes": [EVIL]},
    }
    second = {**operation, "operationId": "evil2", "tags": ["other"]}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": EVIL, "version": "1", "description": EVIL, "summary": EVIL,
            "x-specloom-docs": {"products": {EVIL: EVIL}, "limits": [EVIL], "scopes": EVIL},
        },
        "externalDocs": {"url": "javascript:alert(1)", "description": EVIL},
        "servers": [{"url": 'https://a.example/"$(touch pwned)<script>', "description": EVIL}],
        "tags": [{"name": EVIL, "description": EVIL}, {"name": "other", "description": EVIL}],
        "paths": {"/things/{id}": {"post": operation, "put": second}},
        "components": {
            "schemas": {"Thing": schema},
            "securitySchemes": {
                "login": {
                    "type": "oauth2", "description": EVIL,
                    "flows": {"clientCredentials": {"tokenUrl": "https://a.example", "scopes": {"<b>scope": EVIL}}},
                }
            },
        },
    }  # fmt: skip


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["docs", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def check_page(tree: Element, path: str) -> None:
    """Check that a page has nothing but our own scripts, safe links, and one of each landmark."""
    for each in tree.every():
        for name, value in each.attributes.items():
            assert not name.startswith("on"), f"{path}: {name}"
            if name in ("href", "src", "action", "formaction"):
                is_own = re.fullmatch(r"[\w./#%~+-]*", value) is not None
                assert is_own or is_safe_link(value), f"{path}: {value}"
        assert each.tag not in ("iframe", "object", "embed", "form", "style", "base", "img"), path
    for script in tree.every("script"):
        assert re.fullmatch(r"(\.\./)*assets/\w+\.js", script.attributes["src"]) and not script.text
    if path.count("/"):
        assert len([*tree.every("main")]) == len([*tree.every("h1")]) == 1, path
        ids = [each.attributes["id"] for each in tree.every() if "id" in each.attributes]
        assert len(ids) == len(set(ids)), path


def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(json.dumps(hostile()))
    (tmp_path / "texts").mkdir()
    (tmp_path / "guide.md").write_text(f"# Guide {EVIL}\n\n{EVIL}\n\n[other](other.md)\n")
    (tmp_path / "other.md").write_text("# Other\n\n[back](guide.md)\n")
    (tmp_path / "texts" / "de.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "other"\nmsgstr "<script>alert(4)</script>"\n'
    )
    (tmp_path / "specloom.toml").write_text(
        '[package]\nname = "evil"\n[documents]\nfiles = "api.json"\n'
        '[docs]\nlanguages = ["de"]\ntranslations = "texts"\nguides = ["guide.md", "other.md"]\n'
    )
    out = tmp_path / "out"
    run("--project", str(tmp_path / "specloom.toml"), "--output", str(out))
    files = written(out)
    for path, text in files.items():
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u2028]", text), path
        if path.endswith(".html"):
            check_page(parse(text), path)
            assert "49" not in re.sub(r"https?://\S+", "", text).replace("&#49", ""), path
        elif path.endswith(".md") and "guides" not in path:
            plain = re.sub(r"\\.", "", text)  # what is escaped is text
            outside = re.sub(r"(`+).*?\1", "", plain, flags=re.DOTALL)
            assert not re.search(r"<(?:script|img|/details)", outside), path
            assert "](javascript" not in outside, path
    (page,) = [path for path in files if re.fullmatch(r"en/api/(?!index)\w+\.html", path)]
    tree = parse(files[page])
    assert "<script>alert(1)</script>" in tree.one("h3").text  # as text
    assert "<script>alert(4)</script>" in parse(files[page.replace("en/", "de/")]).text
    script = files["en/search.js"]
    assert script.startswith("specloomSearch({") and "</script" not in script
    json.loads(script.removeprefix("specloomSearch(").rstrip().removesuffix(");"))

    # The example is sent as it is: the shell runs nothing that the document contains.
    curl = next(
        each.one("code")
        for each in tree.every("div", "code")
        if each.attributes["data-label"] == "cURL"
    )
    import subprocess

    code = "".join(curl.strings()).replace("curl ", "printf '%s\\n' ", 1)
    ran = subprocess.run(
        ["sh", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0 and not (tmp_path / "pwned").exists(), ran.stderr
    assert "$(touch pwned)" in ran.stdout
    for each in tree.every("div", "code"):
        if each.attributes["data-label"].startswith("Python"):
            compile("".join(each.one("code").strings()), "snippet.py", "exec")


def test_the_pages_of_the_pet_store(tmp_path: Path) -> None:
    project = EXAMPLES / "petstore" / "specloom.toml"
    first = run("--project", str(project), "--output", str(tmp_path))
    files = written(tmp_path)
    assert {
        "index.html",
        "llms.txt",
        "assets/reference.css",
        "en/index.html",
        "en/index.md",
        "en/search.js",
    } <= set(files)
    pages = {path: parse(text) for path, text in files.items() if path.endswith(".html")}
    for path, tree in pages.items():
        check_page(tree, path)
        html = tree.one("html").attributes
        assert html["lang"] == "en"
        if path.count("/"):
            assert path.removesuffix(".html") + ".md" in files
            assert tree.one("a").attributes["class"] == "skip"
    english = {
        path.removeprefix("en/"): text for path, text in files.items() if path.startswith("en/")
    }
    assert broken_links(english, "en", ("en",)) == []
    broken = {
        **english,
        "index.html": english["index.html"].replace('href="coverage.html"', 'href="absent.html"'),
    }
    assert broken_links(broken, "en", ("en",)) == ["absent.html of en/index.html"]
    broken["index.md"] += "[a](nowhere.md)"
    assert len(broken_links(broken, "en", ("en",))) == 2

    # A second run changes nothing; a changed template or text, only what it concerns; stale pages go.
    assert "written" in first
    assert "unchanged" in run("--project", str(project), "--output", str(tmp_path))
    (tmp_path / "en" / "index.html").write_text("edited")
    (tmp_path / "en" / "index.html").unlink()
    assert "1 written" in run("--project", str(project), "--output", str(tmp_path))
    manifest = json.loads((tmp_path / ".specloom-reference.json").read_text())
    manifest["files"]["en/stale.html"] = 1
    manifest["key"] = "other"
    (tmp_path / ".specloom-reference.json").write_text(json.dumps(manifest))
    (tmp_path / "en" / "stale.html").write_text("old")
    assert "0 written, 1 removed" in run("--project", str(project), "--output", str(tmp_path))
    assert not (tmp_path / "en" / "stale.html").exists()


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"product": {"Shop": "Free"}}, "has no property 'product'"),
        ({"limits": "many"}, "'limits' must be an array of strings"),
        ({"products": {"Shop": 1}}, "'products' must be an object of strings"),
        ({"scopes": ["read"]}, "'scopes' must be a string"),
        ([], "expected an object"),
    ],
)
def test_mistakes_in_the_extension_are_located(facts: object, message: str, tmp_path: Path) -> None:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1", "x-specloom-docs": facts},
        "paths": {"/a": {"get": {"responses": {"204": {"description": "Done."}}}}},
    }
    (tmp_path / "api.json").write_text(json.dumps(document))
    result = CliRunner().invoke(
        main, ["docs", str(tmp_path / "api.json"), "--output", str(tmp_path / "out")]
    )
    assert result.exit_code == 1 and message in result.output and "api.json:1:" in result.output
    assert not (tmp_path / "out").exists()


PUBLIC = (
    ("okta", "dist/spec.json"),
    ("readme", "3.1/json/train-travel.json"),
    ("readme", "3.0/json/star-trek.json"),
    ("twilio", "src/services/twilio-api/twilio_verify_v2.json"),
)


@pytest.mark.whole
@pytest.mark.parametrize(
    ("name", "path"), PUBLIC, ids=[path.rpartition("/")[2] for _, path in PUBLIC]
)
def test_public_documents_give_good_pages(name: str, path: str, tmp_path: Path) -> None:
    source = next(each for each in SOURCES if each.name == name)
    fetch(source)
    document = source.folder / path
    run(str(document), "--package", "client", "--output", str(tmp_path))
    files = written(tmp_path)
    pages = {path: parse(text) for path, text in files.items() if path.endswith(".html")}
    for path, tree in pages.items():
        check_page(tree, path)
    declared = yaml.safe_load(document.read_text("utf-8"))
    methods = ("get", "put", "post", "delete", "patch")
    operations = [
        (method.upper(), path, item[method])
        for path, item in declared["paths"].items()
        for method in methods
        if method in item
    ]
    shown = {
        (
            "".join(section.one("p", "route").one("span").strings()).strip(),
            "".join(section.one("p", "route").one("code").strings()),
        ): section
        for path, tree in pages.items()
        for section in tree.every("section", "op")
        if [*section.every("p", "route")]
    }
    assert {(method, path) for method, path, _ in operations} == set(shown)
    for method, path, operation in operations:
        section = shown[method, path]
        if operation.get("summary"):
            summary = " ".join(operation["summary"].split())
            title = section.one("h3").text.removesuffix("…").strip()
            # A long summary is shortened in the title, and shown whole below.
            is_whole = summary in title
            assert is_whole or (len(title) > 20 and summary.startswith(title)), summary
            assert all(word.strip("`*_") in section.text for word in summary.split()), summary
        labels = [each.attributes["data-label"] for each in section.every("div", "code")]
        assert labels[:3] == ["cURL", "Python", "Python async"]
        for each in section.every("div", "code"):
            if each.attributes["data-label"].startswith("Python"):
                compile("".join(each.one("code").strings()), path, "exec")
