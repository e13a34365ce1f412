"""Small documents through specloom and its peers: `python -m tests.corpus.features FOLDER`.

FOLDER has a virtual environment for each peer, named as its distribution. A document has one
operation, at a path of its own, and one thing that makes it hard. Told is whether the generator ends
well, whether all that it wrote compiles and the path is in it, and what was amiss otherwise.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

Words = list[str | Path]
Command = Callable[[Path, Path], Words]

DONE = (
    'responses: {"200": {description: it, content: {application/json: {schema: {type: string}}}}}'
)
HEAD = 'openapi: {}\ninfo: {{title: Shop, version: "1"}}\nservers: [{{url: "https://x.example"}}]\n'
THREE, ONE, TWO = HEAD.format("3.0.3"), HEAD.format("3.1.0"), HEAD.format("3.2.0")


def _get(said: str = "", head: str = THREE, tail: str = "") -> str:
    return (
        f"{head}paths:\n  /marker/x:\n    get:\n      operationId: getX\n{said}      {DONE}\n{tail}"
    )


def _post(content: str, head: str = THREE) -> str:
    body = f"      requestBody: {{required: true, content: {{{content}}}}}\n"
    return _get(body, head).replace("    get:\n", "    post:\n")


def _schema(schemas: str, head: str = THREE) -> str:
    answer = DONE.replace("{type: string}", '{$ref: "#/components/schemas/A"}')
    text = _get(head=head).replace(DONE, answer)
    return f"{text}components:\n  schemas:\n    A: {schemas}\n"


def _parameter(*said: str) -> str:
    return _get("      parameters:\n" + "".join(f"      - {{{each}}}\n" for each in said))


_MEMBERS = "schema: {type: object, properties: {a: {type: string}}}"
DOCUMENTS = {
    "Swagger 2.0": 'swagger: "2.0"\ninfo: {title: Shop, version: "1"}\nhost: x.example\npaths:\n'
    "  /marker/x:\n    get:\n      operationId: getX\n      produces: [application/json]\n"
    '      responses: {"200": {description: it, schema: {type: string}}}\n',
    "OpenAPI 3.0": _get(),
    "OpenAPI 3.1, a list of types": _schema(
        "{type: object, properties: {a: {type: [string, 'null']}, b: {type: [integer, string]}}}",
        ONE,
    ),
    "OpenAPI 3.2, the method QUERY": _post(
        "application/json: {schema: {type: string}}", TWO
    ).replace("    post:\n", "    query:\n"),
    "no `operationId`": _get().replace("      operationId: getX\n", ""),
    "names in Japanese": _schema("{type: object, properties: {名前: {type: string}}}"),
    "enumeration members with equal Python names": _schema(
        "{type: string, enum: [yi, YI, '', '1']}"
    ),
    "recursive schemas": _schema(
        "{type: object, properties: {a: {type: array, items: {$ref: '#/components/schemas/A'}}}}"
    ),
    "`allOf` with a cycle": _schema(
        "{type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\n"
        "    B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {c: {type: string}}}]}"
    ),
    "a path and a query parameter with the same name": _get(
        "      parameters:\n      - {name: id, in: path, required: true, schema: {type: string}}\n"
        "      - {name: id, in: query, schema: {type: string}}\n"
    ).replace("/marker/x:", "/marker/x/{id}:"),
    "deepObject": _parameter(f"name: q, in: query, style: deepObject, {_MEMBERS}"),
    "matrix style": _get(
        "      parameters: [{name: id, in: path, required: true, style: matrix, schema: {type: string}}]\n"
    ).replace("/marker/x:", "/marker/x/{id}:"),
    "a query in a path": _get().replace("/marker/x:", "/marker/x?y=1:"),
    "a file in multipart": _post(
        "multipart/form-data: {schema: {type: object, properties: {f: {type: string, format: binary}}}}"
    ),
    "XML": _post(f"application/xml: {{{_MEMBERS}}}"),
    "JSON or an image": _post(
        f"application/json: {{{_MEMBERS}}}, image/png: {{schema: {{type: string, format: binary}}}}"
    ),
    "server-sent events": _get().replace(
        "application/json: {schema: {type: string}}", "text/event-stream: {schema: {type: string}}"
    ),
}


def _opc(document: Path, to: Path) -> Words:
    return [
        "openapi-python-client",
        "generate",
        "--path",
        document,
        "--output-path",
        to / "shop",
        "--meta",
        "none",
    ]


def _ogc(document: Path, to: Path) -> Words:
    return [
        "openapi-generator-cli",
        "generate",
        "-g",
        "python",
        "-i",
        document,
        "-o",
        to,
        "--package-name",
        "shop",
    ]


def _pog(document: Path, to: Path) -> Words:
    return [
        "pyopenapi-gen",
        "gen",
        document,
        "--project-root",
        to,
        "--output-package",
        "shop",
        "--no-postprocess",
    ]


PEERS: dict[str, Command] = {
    "specloom": lambda document, to: [
        *(
            sys.executable,
            "-m",
            "specloom",
            "generate",
            document,
            "--output",
            to,
            "--package",
            "shop",
        )
    ],
    "openapi-generator-cli": _ogc,
    "openapi-python-client": _opc,
    "pyopenapi-gen": _pog,
    "clientele": lambda document, to: ["clientele", "start-api", "-f", document, "-o", to / "shop"],
    "openapi-python-generator": lambda document, to: [
        "openapi-python-generator",
        document,
        to / "shop",
    ],
}


def judged(command: Command, document: Path, to: Path, path: str) -> str:
    """Return `yes`, or in a few words what is wrong."""
    try:
        ran = subprocess.run(
            command(document, to),
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, "PATH": path},
        )
    except subprocess.TimeoutExpired:
        return "no end"
    texts = {each: each.read_text("utf-8", "replace") for each in to.rglob("*.py")}
    if ran.returncode:
        return "refused" if not texts else f"exit code {ran.returncode}"
    for each, text in texts.items():
        try:
            compile(text, str(each), "exec")
        except SyntaxError:
            return "syntax error"
    if not any("marker" in text and "/x" in text for text in texts.values()):
        return "operation missing"
    return "yes"


def main() -> int:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    print("| " + " | ".join(["", *PEERS]) + " |\n|" + "---|" * (len(PEERS) + 1))
    for name, text in DOCUMENTS.items():
        row = [name]
        for peer, command in PEERS.items():
            with tempfile.TemporaryDirectory() as temporary:
                document = Path(temporary) / "api.yaml"
                document.write_text(text, "utf-8")
                to = Path(temporary) / "out"
                to.mkdir()
                path = f"{folder / peer / 'bin'}{os.pathsep}{os.environ['PATH']}"
                row.append(judged(command, document, to, path))
        print("| " + " | ".join(row) + " |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
