"""What docs/command-line.md says of formats, colours, exit codes and completion is true."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from specloom.cli import main
from specloom.cli.output import FORMATS

from tests.generate.support import HEAD, specloom

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")
GOOD = HEAD + 'paths: {/cars: {get: {responses: {"204": {description: ""}}}}}\n'
OMITTED = HEAD + """\
paths:
  /cars: {get: {responses: {"204": {description: ""}}}}
  /vans: {get: {parameters: [{$ref: "#/components/parameters/gone"}], responses: {"204": {description: ""}}}}
"""
COMMAND = "import sys; from specloom.cli import main; sys.argv[0] = 'specloom'; main(prog_name='specloom')"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "api.yaml").write_text(GOOD, "utf-8")
    settings = '[package]\nname = "shop"\noutput = "out"\n[documents]\nfiles = "api.yaml"\n'
    (tmp_path / "specloom.toml").write_text(settings, "utf-8")
    return tmp_path


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_exit_codes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = PAGE.partition("## Exit codes")[2].partition("##")[0]
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)}
    found = {specloom("generate").exit_code, specloom("check").exit_code}
    assert found == {0}
    (folder / "api.yaml").write_text(GOOD.replace("/cars", "/vans"), "utf-8")
    found |= {changed := specloom("check").exit_code}
    assert changed == 1
    found |= {specloom("generate", "--no-such-option").exit_code}

    def fail(*_: object) -> object:
        raise RuntimeError("a bug")

    (folder / "api.yaml").write_text(OMITTED, "utf-8")
    found |= {specloom("generate").exit_code}
    with monkeypatch.context() as patched:
        patched.setattr("specloom.cli.generating.names_of", fail)
        found |= {specloom("generate").exit_code}
    assert found == documented


def test_the_formats() -> None:
    row = re.search(r"^\| `--format json`, (.*?) \|", PAGE, re.MULTILINE)
    assert row is not None
    assert {"text", "json", *re.findall(r"`(\w+)`", row[1])} == set(FORMATS)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pseudo-terminals in the library")
@pytest.mark.parametrize("without", [False, True])
def test_no_color(folder: Path, without: bool) -> None:
    import pty

    (folder / "api.yaml").write_text("openapi: [\n", "utf-8")
    reading, writing = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    environment |= {"TERM": "xterm-256color", **({"NO_COLOR": "1"} if without else {})}
    command = [sys.executable, "-c", COMMAND, "generate"]
    with subprocess.Popen(command, env=environment, stdout=writing, stderr=writing) as running:
        os.close(writing)
        text = b""
        while True:
            try:
                more = os.read(reading, 65536)
            except OSError:  # Linux reports the end of a terminal so
                break
            if not more:
                break
            text += more
        assert running.wait(60) == 1
    os.close(reading)
    assert b"error[invalid-yaml]" in re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", text)
    colours = re.findall(rb"\x1b\[[0-9;]*3[0-7][0-9;]*m", text)
    assert bool(colours) is not without


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    section = PAGE.partition("## Completion in the shell")[2].partition("\n## ")[0]
    assert f"_SPECLOOM_COMPLETE={shell}_source specloom" in section
    script = run(_SPECLOOM_COMPLETE=f"{shell}_source").stdout
    assert f"_SPECLOOM_COMPLETE={shell}_complete" in script
    proposed = {
        name
        for words, position in (("specloom ", "1"), ("specloom generate --", "2"))
        for name in completed(shell, words, position)
    }
    assert proposed >= main.commands.keys() | {"--watch", "--dry-run"}


def completed(shell: str, words: str, position: str) -> set[str]:
    """What is proposed after some words; fish gives the word itself in place of its position."""
    incomplete = shlex.split(f"{words} ''")[int(position)]
    given = {"COMP_WORDS": words, "COMP_CWORD": incomplete if shell == "fish" else position}
    said = run(_SPECLOOM_COMPLETE=f"{shell}_complete", **given).stdout
    return set(re.findall(r"[\w-]+", said))
