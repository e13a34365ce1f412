"""What `x-specloom-` extensions must be, and what is said where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom.diagnostics import SpecloomError
from specloom.emit.format import format_files
from specloom.emit.render import File
from specloom.pipeline import compile_project, generate

from tests.generate.support import HEAD, project_of

PAGE = "x-specloom-pagination"
BATCH = "x-specloom-batch"
LIMIT = "x-specloom-rate-limit"
FAULTS = {
    "misspelt": (f"{PAGE}s: {{}}", "unknown-extension", f"{PAGE}s means nothing here"),
    "not an object": (f"{PAGE}: after", "wrong-type", "expected an object, found a string"),
    "missing": (
        f"{PAGE}: {{cursor: a, in: query, next: /n}}",
        "missing-member",
        "'items' is missing",
    ),
    "place": (
        f"{PAGE}: {{cursor: a, in: path, next: /n, items: /i}}",
        "invalid-extension",
        "the cursor cannot go in 'path'",
    ),
    "pointer": (
        f"{PAGE}: {{cursor: a, in: query, next: n, items: /i}}",
        "invalid-extension",
        "'n' is no JSON pointer",
    ),
    "member": (
        f"{PAGE}: {{cursor: a, in: query, next: /n, items: /i, size: 5}}",
        "invalid-extension",
        f"{PAGE} has no member 'size'",
    ),
    "limit of zero": (
        f"{BATCH}: {{inputs: inputs, limit: 0}}",
        "invalid-extension",
        "limit must be a whole number above 0",
    ),
    "limit of text": (
        f"{BATCH}: {{inputs: inputs, limit: many}}",
        "invalid-extension",
        "limit must be a whole number above 0",
    ),
    "no inputs": (f"{BATCH}: {{limit: 5}}", "missing-member", "the member 'inputs' is missing"),
    "no bucket": (f"{LIMIT}: {{}}", "missing-member", "the member 'bucket' is missing"),
    "bucket of number": (f"{LIMIT}: {{bucket: 5}}", "wrong-type", "expected a string"),
    "limit here": (
        f"{LIMIT}: {{bucket: a, requests: 5}}",
        "invalid-extension",
        f"{LIMIT} has no member 'requests'",
    ),
    "inputs of nothing": (
        f"{BATCH}: {{inputs: things, limit: 5}}",
        "invalid-extension",
        "the body has no member 'things'",
    ),
    "cursor of nothing": (
        f"{PAGE}: {{cursor: after, in: query, next: /next, items: /results}}",
        "invalid-extension",
        "the query has no parameter 'after'",
    ),
    "items of nothing": (
        f"{PAGE}: {{cursor: a, in: query, next: /next, items: /things}}",
        "invalid-extension",
        "the items of x-specloom-pagination, /things, are no array of the answer",
    ),
}


def _document(extension: str) -> str:
    return HEAD + f"""\
paths:
  /things:
    post:
      {extension}
      parameters: [{{name: a, in: query, schema: {{type: string}}}}]
      requestBody:
        content:
          application/json:
            schema: {{type: object, properties: {{inputs: {{type: array, items: {{type: string}}}}}}}}
      responses:
        "200":
          description: Done.
          content:
            application/json:
              schema: {{type: object, properties: {{results: {{type: array, items: {{type: string}}}}}}}}
"""


@pytest.mark.parametrize("case", FAULTS)
def test_faults(case: str, tmp_path: Path) -> None:
    extension, code, message = FAULTS[case]
    with pytest.raises(SpecloomError) as caught:
        generate(project_of(_document(extension), tmp_path, "shop"))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == code
    assert message in diagnostic.message
    assert diagnostic.hint
    assert diagnostic.location is not None
    assert diagnostic.location.pointer[:3] == ("paths", "/things", "post")


def test_what_they_say(tmp_path: Path) -> None:
    text = _document(
        f"{BATCH}: {{inputs: inputs, limit: 100, limitWith: {{history: 50}}, correlationId: trace}}"
    )
    (operation,) = (
        compile_project(project_of(text, tmp_path, "shop")).interned.implementations[0].operations
    )
    assert operation.batching is not None
    assert (operation.batching.inputs, operation.batching.limit) == ("inputs", 100)
    assert operation.batching.limit_with == (("history", 50),)
    assert operation.batching.correlation_id == "trace"


# --- formatting ------------------------------------------------------------------------------


def test_python_is_formatted_and_nothing_else(tmp_path: Path) -> None:
    files = (File("a.py", "x   =  1\n"), File("a.md", "x   =  1\n"))
    assert format_files(files, tmp_path) == (File("a.py", "x = 1\n"), File("a.md", "x   =  1\n"))


def test_a_formatted_text_is_kept_by_its_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import black

    format_files((File("a.py", "x   =  1\n"),), tmp_path)
    monkeypatch.setattr(black, "format_str", lambda text, mode: "new\n")
    assert format_files((File("b.py", "x   =  1\n"),), tmp_path) == (File("b.py", "x = 1\n"),)
    assert format_files((File("b.py", "x   =  2\n"),), tmp_path) == (File("b.py", "new\n"),)


def test_a_cache_that_cannot_be_used_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    made = format_files((File("a.py", "x   =  1\n"),), tmp_path / "file" / "cache")
    assert made == (File("a.py", "x = 1\n"),)
