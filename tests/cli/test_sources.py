"""Test that documents can be files, folders, patterns, URLs, standard input and git revisions."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from specloom.cli import main

from tests.generate.support import HEAD, specloom

PATH = """\
paths:
  /{name}:
    get: {{responses: {{"204": {{description: Done.}}}}}}
"""


def document(name: str) -> str:
    return HEAD + PATH.format(name=name)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("SPECLOOM_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "work"


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def write_project(documents: str, rest: str = "") -> None:
    put(
        "specloom.toml",
        f'[package]\nname = "shop"\noutput = "out"\n[documents]\n{documents}\n{rest}',
    )


def paths(*arguments: str) -> list[str]:
    found = specloom("inspect", "--calls", *arguments)
    assert found.exit_code == 0, found.errors
    return [f"{each['version']}{each['path']}" for each in json.loads(found.output)]


def test_patterns_with_exclusions_outside_of_the_folder(folder: Path) -> None:
    put("../elsewhere/v1/cats.yaml", document("cats"))
    put("../elsewhere/v2/cats.yaml", document("cats"))
    put("../elsewhere/v2/drafts.yaml", "not: openapi")
    put(
        "own/dogs.json",
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": "D", "version": "1"},
                "paths": {"/dogs": {"get": {"responses": {"204": {"description": "Done."}}}}},
            }
        ),
    )
    put("absolute/birds.yaml", document("birds"))
    absolute = (folder / "absolute").as_posix()
    write_project(f"""files = [
  "../elsewhere/{{version}}/{{resource}}.yaml",
  {{ source = "own/*.json", version = "v1", resource = "dogs" }},
  {{ source = "{absolute}/*.yaml", version = "v2", resource = "birds" }},
]
exclude = ["../elsewhere/*/drafts.yaml"]""")
    assert sorted(paths()) == ["v1/cats", "v1/dogs", "v2/birds", "v2/cats"]


def test_a_folder_skips_other_files_with_a_note() -> None:
    put("api/cats.yaml", document("cats"))
    put("api/more/dogs.yaml", document("dogs"))
    put("api/compose.yaml", "services: {web: {image: x}}\n")
    put("api/package.json", '{"name": "x"}')
    put("api/.hidden/birds.yaml", document("birds"))
    put("api/README.md", "openapi: no\n")
    write_project('files = "api/"')
    assert sorted(paths()) == ["/cats", "/dogs"]
    assert sorted(paths("api", "--package", "shop")) == ["/cats", "/dogs"]
    noted = specloom("generate", "--notes").errors
    assert (
        "api/compose.yaml:1:1: note[skipped-file]: the file is skipped, because it has neither"
        in noted
    )
    assert "api/package.json:1:1: note[skipped-file]" in noted
    shutil.rmtree("api/more")
    Path("api/cats.yaml").unlink()
    assert "the folder 'api/' contains no OpenAPI document" in specloom("generate").errors


def test_several_documents_of_one_name_need_a_rule() -> None:
    put("published/pets.yaml", document("old"))
    put("ours/pets.yaml", document("new"))
    files = 'files = ["published/{resource}.yaml", "ours/{resource}.yaml"]\n'
    write_project(files)
    run = specloom("generate")
    assert run.exit_code == 1
    assert (
        "specloom.toml:5:1: error[invalid-project]: two documents are 'pets': published/pets.yaml and ours"
        in run.errors
    )
    write_project(files + 'conflicts = "first"')
    assert paths() == ["/old"]
    write_project(files + 'conflicts = "last"')
    assert paths() == ["/new"]
    noted = specloom("inspect", "--notes").errors
    assert (
        "published/pets.yaml:1:1: note[skipped-file]: the document is not used, because ours/pets.yaml has the same"
        in noted
    )
    write_project(files + 'conflicts = "newest"')
    assert "conflicts must be one of error, first, last" in specloom("generate").errors
    write_project(files + 'exclude = ["none/*.yaml"]')
    assert "no file matches 'none/*.yaml', so nothing is excluded" in specloom("generate").errors


def test_standard_input() -> None:
    arguments = ["generate", "-", "--package", "shop", "--output", "out"]
    run = CliRunner().invoke(main, arguments, input=document("cats"))
    assert run.exit_code == 0, run.output
    assert Path("out/shop/__init__.py").is_file()
    wrong = CliRunner().invoke(
        main, arguments, input=document("cats").replace("paths:", "paths: [")
    )
    assert wrong.exit_code == 1
    assert "<stdin>:" in wrong.stderr


def git(*arguments: str) -> None:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def test_revisions_of_git(folder: Path) -> None:
    git("init", "-q", ".")
    put("specs/api.yaml", document("old"))
    put("specs/other.yaml", HEAD + "paths:\n  /parts: {$ref: 'parts/item.yaml'}\n")
    put("specs/parts/item.yaml", "get: {responses: {'204': {description: Done.}}}\n")
    put("specs/values.yaml", "a: 1\n")
    git("add", ".")
    git("commit", "-qm", "First")
    put("specs/api.yaml", document("new"))
    shutil.rmtree("specs/parts")
    git("commit", "-qam", "Second")
    write_project(
        'files = [{ source = "HEAD~1:specs/api.yaml", version = "v1" }, { source = "specs/api.yaml", version = "v2" }]'
    )
    assert paths() == ["v1/old", "v2/new"]
    assert paths("HEAD~1:specs/other.yaml", "--package", "shop") == ["/parts"]
    assert sorted(paths("HEAD~1:specs", "--package", "shop")) == ["/old", "/parts"]
    (folder / "below").mkdir()
    for name, message in (
        ("HEAD~1:specs/none.yaml", "not-in-git"),
        ("nothing:specs/api.yaml", "the revision 'nothing' does not exist"),
        ("--output=x:specs/api.yaml", "No such option"),
    ):
        run = specloom("inspect", name, "--package", "shop")
        assert run.exit_code in (1, 2)
        assert message in run.errors


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.asked.append(self.path)
        found = server.files.get(self.path)
        if isinstance(found, str) and found.startswith("->"):
            self.send_response(302)
            self.send_header("Location", found[2:])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        content = (found or "").encode()
        self.send_response(200 if found is not None else 404)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """A server for some files."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, str] = {}
        self.asked: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on loopback."""
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def test_urls_are_locked(server: Server) -> None:
    url = f"{server.url}/a/openapi.yaml"
    server.files["/a/openapi.yaml"] = document("cats")
    write_project(f'files = "{url}"')
    assert specloom("generate", "--frozen").exit_code == 1
    first = specloom("generate")
    assert first.exit_code == 0, first.errors
    lock = Path("specloom.lock").read_text("utf-8")
    assert f'source = "{url}"' in lock
    asked = len(server.asked)
    assert specloom("check", "--offline").exit_code == 0
    assert specloom("check", "--frozen").exit_code == 0
    assert len(server.asked) == asked
    server.files["/a/openapi.yaml"] = document("dogs")
    assert specloom("generate", "--frozen").exit_code == 0  # from the locked copy
    assert paths("--offline") == ["/cats"]
    assert specloom("check").exit_code == 1  # the API has changed
    assert Path("specloom.lock").read_text("utf-8") == lock
    shutil.rmtree(Path("../cache/sources"))
    frozen = specloom("generate", "--frozen")
    assert frozen.exit_code == 1
    assert (
        f"{url}: error[changed-source]: the document differs from the one in specloom.lock"
        in frozen.errors
    )
    offline = specloom("generate", "--offline")
    assert f"{url}: error[not-stored]" in offline.errors
    assert specloom("generate").exit_code == 0
    assert Path("specloom.lock").read_text("utf-8") != lock
    assert paths("--offline") == ["/dogs"]
    Path("specloom.lock").write_text("[[document]]\nsource = 3\n")
    assert "error[invalid-lock]" in specloom("generate").errors


def test_what_is_beside_a_document_by_url(server: Server) -> None:
    server.files["/a/openapi.yaml"] = HEAD + (
        "paths:\n  /cats: {$ref: 'parts/cats.yaml'}\n  /dogs: {$ref: '../b/dogs.yaml'}\n"
    )
    server.files["/a/parts/cats.yaml"] = server.files["/b/dogs.yaml"] = (
        "get: {responses: {'204': {description: Done.}}}\n"
    )
    url = f"{server.url}/a/openapi.yaml"
    run = specloom("inspect", "--calls", url, "--package", "shop")
    assert [each["path"] for each in json.loads(run.output)] == ["/cats"]
    assert "url-not-allowed" in run.errors
    assert sorted(paths(url, "--package", "shop", "--allow-urls")) == ["/cats", "/dogs"]


def test_urls_that_lead_nowhere(server: Server, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(document("secret"), "utf-8")
    server.files["/file"] = f"->file://{tmp_path}/secret.yaml"
    server.files["/ftp"] = "->ftp://127.0.0.1/secret.yaml"
    server.files["/loop"] = "->/loop"
    server.files["/found"] = "->/openapi.yaml"
    server.files["/openapi.yaml"] = document("cats")
    server.files["/html"] = "<!doctype html><p>No"
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{unused.getsockname()[1]}/api.yaml"
        for url, message in (
            (f"{server.url}/file", "is not allowed"),
            (f"{server.url}/ftp", "is not an HTTP URL"),
            (f"{server.url}/loop", "not-downloaded"),
            (f"{server.url}/none", "cannot be downloaded: Not Found"),
            (f"{server.url}/html", f"{server.url}/html"),
            (closed, "not-downloaded"),
        ):
            run = specloom("validate", url)
            assert run.exit_code == 1, url
            assert message in run.errors
    assert paths(f"{server.url}/found", "--package", "shop") == ["/cats"]
    write_project(f'files = "{server.url}/openapi.yaml"', "[limits]\nbytes = 20\n")
    assert "error[too-large]" in specloom("generate").errors


def test_a_finding_in_a_document_by_url_has_its_line(server: Server) -> None:
    server.files["/openapi.yaml"] = document("cats").replace(
        "responses:", "parameters: 3, responses:"
    )
    run = specloom("generate", f"{server.url}/openapi.yaml", "--package", "shop", "--output", "out")
    assert f"{server.url}/openapi.yaml:5:" in run.errors


def test_a_folder_without_documents(folder: Path) -> None:
    """Every command reports it, and none of them crashes."""
    (folder / "empty").mkdir()
    put("other/k8s.yaml", "kind: Deployment\n")
    named = ("--package", "shop", "--output", "out")
    for command in (
        ("validate", "empty"),
        ("init", "empty"),
        ("generate", "empty", *named),
        ("check", "empty", *named),
        ("inspect", "empty"),
        ("coverage", "empty"),
        ("diff", "empty", "empty"),
    ):
        run = specloom(*command)
        assert (run.exit_code, run.output) == (1, ""), command
        assert "empty: error[no-documents]: the folder contains no OpenAPI document" in run.errors
    run = specloom("validate", "other")
    assert "document, but 1 file that has neither 'openapi' nor 'swagger'" in run.errors


def test_a_file_url(folder: Path) -> None:
    put("mein Ordner ä/cats.yaml", document("cats"))
    path = folder / "mein Ordner ä" / "cats.yaml"
    for url in (path.as_uri(), f"file://{path}"):
        assert paths(url) == ["/cats"]
        write_project(f'files = "{url}"')
        assert paths() == ["/cats"]
        Path("specloom.toml").unlink()


def test_a_project_file_in_a_parent_folder_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("cats.yaml", document("cats"))
    write_project('files = "cats.yaml"')
    (folder / "below" / "it").mkdir(parents=True)
    monkeypatch.chdir(folder / "below" / "it")
    run = specloom("check")
    assert run.exit_code == 2
    assert "A parent folder has one: --project ../../specloom.toml" in run.errors
    assert paths("--project", "../../specloom.toml") == ["/cats"]


def test_all_missing_options_are_named_at_once(folder: Path) -> None:
    put("cats.yaml", document("cats"))
    run = specloom("generate", "cats.yaml")
    assert "Documents need --package, the name of the package and --output, the" in run.errors
    assert "specloom init" in run.errors
    run = specloom("generate", "cats.yaml", "--package", "shop")
    assert "Documents need --output, the folder of the package." in run.errors


def test_a_misspelled_table_of_settings(folder: Path) -> None:
    put("cats.yaml", document("cats"))
    write_project('files = "cats.yaml"', "[retry]\n")
    run = specloom("generate")
    assert "unknown setting 'retry'; did you mean 'retries'?" in run.errors
