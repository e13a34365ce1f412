"""Test the output of generate, check and validate: for people, for a terminal, as JSON, as SARIF
and for GitHub."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console
from specloom.cli.terminal import show
from specloom.diagnostics import Diagnostic, Location, Severity

from tests.generate.support import HEAD, snapshot, specloom

SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0.json"
DOCUMENT = HEAD + """\
paths:
  /pets/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: A pet., content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
"""
LIST = '  /pets:\n    get: {responses: {"204": {description: Done.}}}\n'
BROKEN = DOCUMENT.replace(
    "components:",
    '  /cats:\n    get: {parameters: [{$ref: "#/no"}], responses: {"204": {description: D.}}}\ncomponents:',
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which contains a project of one document."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    Path("specloom.toml").write_text(
        '[package]\nname = "shop"\noutput = "out"\n[documents]\nfiles = "api.yaml"\n', "utf-8"
    )
    write(DOCUMENT)
    return tmp_path


def write(text: str) -> None:
    Path("api.yaml").write_text(text, "utf-8")


def test_a_closed_pipe_is_no_fault() -> None:
    paths = "".join(
        f"  /p{n}: {{get: {{responses: {{'204': {{description: D.}}}}}}}}\n" for n in range(100)
    )
    write(DOCUMENT.replace("paths:\n", "paths:\n" + paths))
    command = f"{sys.executable} -m specloom inspect | head -c 10"
    run = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=120, check=True
    )
    assert run.stderr == ""


def test_generate_says_what_changed_and_not_which_files(folder: Path) -> None:
    first = specloom("generate")
    assert first.exit_code == 0
    lines = first.output.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("out: ")
    assert lines[1] == "API: 1 call"
    write(DOCUMENT.replace("paths:\n", "paths:\n" + LIST))
    before = snapshot(folder)
    dry = specloom("generate", "--dry-run", "--diff")
    assert snapshot(folder) == before
    assert "(nothing was written)" in dry.output
    assert "API: 1 change\n  + pets.list (GET /pets)\n" in dry.output
    assert "+++ b/shop/" in dry.output
    assert any(each.startswith("+    def list(") for each in dry.output.splitlines())
    drift = specloom("check")
    assert drift.exit_code == 1
    assert "+ pets.list (GET /pets)" in drift.output
    assert (
        "error[drift]: shop/resources.py differs" in drift.errors
        or "error[drift]: shop/" in drift.errors
    )
    verbose = specloom("generate", "--verbose")
    assert "changed  .specloom.json\n" in verbose.output
    assert "+ pets.list (GET /pets)" in verbose.output
    assert "write" in verbose.errors.splitlines()
    assert specloom("check").exit_code == 0
    write(
        DOCUMENT.replace("name: id,", "name: id, x-none: 1,").replace(
            "responses:", "deprecated: true\n      responses:"
        )
    )
    gone = specloom("generate")
    assert "- pets.list (GET /pets)" in gone.output
    quiet = specloom("generate", "--quiet")
    assert (quiet.output, quiet.errors) == ("", "")
    assert specloom("generate", "--quiet", "--verbose").exit_code == 2


def test_exit_codes(folder: Path) -> None:
    assert specloom("generate").exit_code == 0
    write(BROKEN)
    assert specloom("generate").exit_code == 3
    assert specloom("generate", "--strict").exit_code == 1
    assert specloom("check", "--strict").exit_code == 1
    write("openapi: [\n")
    assert specloom("generate").exit_code == 1
    assert specloom("generate", "--no-such-option").exit_code == 2
    assert specloom("validate", "api.yaml", "--project", "specloom.toml").exit_code == 2


@pytest.mark.parametrize("command", ["generate", "check", "validate"])
def test_json(command: str) -> None:
    write(BROKEN)
    run = specloom(command, "--format", "json", "--notes")
    found = json.loads(run.output)
    assert found["version"] == 1
    entry = next(each for each in found["diagnostics"] if each["code"] == "dangling-reference")
    assert (entry["severity"], entry["file"], entry["line"]) == ("omitted", "api.yaml", 9)
    assert entry["pointer"].startswith("#/paths/~1cats/get/parameters/0")
    assert entry["column"] > 1


@pytest.mark.parametrize(
    "text", [DOCUMENT, BROKEN, "openapi: [\n", BROKEN.replace("name:", "näme \\u0000:")]
)
def test_sarif_is_valid(text: str) -> None:
    write(text)
    run = specloom("generate", "--format", "sarif")
    found = json.loads(run.output)
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(found)
    results = found["runs"][0]["results"]
    assert bool(results) == (text is not DOCUMENT)
    for each in results:
        assert (
            found["runs"][0]["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
        )
        assert each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "api.yaml"
        assert each["level"] == ("error" if run.exit_code == 1 else "warning")
    jsonschema.Draft7Validator.check_schema(json.loads(SCHEMA.read_text("utf-8")))


def test_workflow_commands_of_github() -> None:
    write(BROKEN)
    run = specloom("validate", "--format", "github")
    line = next(each for each in run.output.splitlines() if "dangling-reference" in each)
    assert line.startswith("::warning file=api.yaml,title=dangling-reference,line=9,col=")
    assert "%0A" in line  # the hint has its own line
    assert "::" in line[10:]


def shown(
    found: Diagnostic, position: tuple[int, int], *, width: int = 60, colour: bool = False
) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=True,
        no_color=not colour,
        highlight=False,
        color_system="standard",
    )
    show(found, position, Path, console)
    return stream.getvalue()


def test_a_terminal_shows_the_line_and_a_caret() -> None:
    write("openapi: 3.1.0\n" + "x" * 50 + "here" + "y" * 100 + "\n")
    message = "a message [red]of many words[/red] that does not fit into one line of the terminal"
    found = Diagnostic(
        "some-code", message, "what to do", Location("api.yaml", ("a", "b")), Severity.WARNING
    )
    lines = shown(found, (2, 51)).splitlines()
    plain = [
        each.replace("\x1b[1m", "").replace("\x1b[0m", "").replace("\x1b[2m", "") for each in lines
    ]
    assert plain[0].startswith("warning[some-code]: a message [red]of many")
    assert all(len(each) <= 60 for each in plain)
    assert message in " ".join(" ".join(plain).split())
    source = next(each for each in plain if "here" in each)
    caret = plain[plain.index(source) + 1]
    assert source[caret.index("^") :].startswith("here")
    assert plain[-1].strip() == "hint: what to do"
    assert any("api.yaml:2:51 #/a/b" in each for each in plain)
    assert "\x1b[1;33m" in shown(found, (2, 51), colour=True)
    assert "\x1b[1;33m" not in shown(found, (2, 51))


def test_completion_can_be_installed() -> None:
    environment = {**os.environ, "_SPECLOOM_COMPLETE": "bash_source"}
    command = [sys.executable, "-c", "from specloom.cli import main; main(prog_name='specloom')"]
    made = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "complete -o nosort -F" in made.stdout
    environment |= {
        "_SPECLOOM_COMPLETE": "bash_complete",
        "COMP_WORDS": "specloom gen",
        "COMP_CWORD": "1",
    }
    made = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "generate" in made.stdout


def test_watch(folder: Path) -> None:
    command = [sys.executable, "-c", "from specloom.cli import main; main()", "generate", "--watch"]
    with (
        Path("watched.txt").open("w") as log,
        subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT) as running,
    ):
        try:
            wait_for("API: 1 call")
            wait_for("watching")
            write(DOCUMENT.replace("paths:\n", "paths:\n" + LIST))
            wait_for("+ pets.list (GET /pets)")
            wait_for("watching", 2)
            write("openapi: [\n")
            wait_for("error[invalid-yaml]")
            wait_for("watching", 3)
            write(DOCUMENT)
            wait_for("- pets.list (GET /pets)")
            wait_for("watching", 4)
            time.sleep(0.5)  # its own output does not start another run
            assert Path("watched.txt").read_text("utf-8").count("watching") == 4
        finally:
            running.send_signal(signal.SIGINT)
            assert running.wait(20) == 0


def wait_for(text: str, times: int = 1) -> None:
    end = time.monotonic() + 60
    while Path("watched.txt").read_text("utf-8").count(text) < times:
        assert time.monotonic() < end, Path("watched.txt").read_text("utf-8")
        time.sleep(0.05)


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_lines_are_printed_above_the_line_of_the_stage() -> None:
    """In a terminal, the number of notes does not follow the name of a stage on its line."""
    write(DOCUMENT.replace("{name: {type", "{class: {type"))
    master, slave = os.openpty()
    command = [sys.executable, "-m", "specloom", "generate"]
    environ = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    run = subprocess.Popen(command, stdout=slave, stderr=slave, env=environ)
    os.close(slave)
    shown = b""
    try:
        while part := os.read(master, 4096):
            shown += part
    except OSError:
        pass  # the other end is closed
    os.close(master)
    assert run.wait() == 0
    lines = shown.decode().split("\r\n")
    (line,) = (each for each in lines if "--notes lists it" in each)
    assert line.rsplit("\r", 1)[-1].removeprefix("\x1b[2K") == "1 note; --notes lists it"
