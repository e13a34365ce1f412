"""Commands of `post_hooks`: when they run, with what, and what a failure leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import specloom as library

from tests.generate.support import HEAD, snapshot, specloom

TEXT = HEAD + """\
paths:
  /cars:
    get: {responses: {"204": {description: ""}}}
"""
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell, or signals")
PYTHON = json.dumps(sys.executable)
APPEND = """\
import os, sys
from pathlib import Path

Path(sys.argv[1]).joinpath("LOG").open("a").write(f"{os.getcwd()} {sys.argv[2:]}\\n")
module = Path("shop/_client.py")
module.write_text(module.read_text("utf-8") + "# appended\\n", "utf-8")
"""


def project_with(folder: Path, hooks: str) -> Path:
    (folder / "api.yaml").write_text(TEXT, "utf-8")
    (folder / "append.py").write_text(APPEND, "utf-8")
    file = folder / "specloom.toml"
    file.write_text(
        f'[package]\nname = "shop"\noutput = "out"\npost_hooks = {hooks}\n'
        '[documents]\nfiles = "api.yaml"\n',
        "utf-8",
    )
    return file


def test_commands_run_in_the_output_after_a_change_and_their_result_is_no_drift(
    tmp_path: Path,
) -> None:
    hooks = f'[[{PYTHON}, "{{project}}/append.py", "{{project}}", "a b", "{{output}}"]]'
    file = project_with(tmp_path, hooks)
    log, out = tmp_path / "LOG", tmp_path / "out"
    dry = specloom("generate", "--dry-run", "--project", file)
    assert dry.exit_code == 0 and not log.exists() and not out.exists()
    made = specloom("generate", "--project", file)
    assert made.exit_code == 0 and "\nran " in f"\n{made.output}"
    assert log.read_text().splitlines() == [f"{out} {['a b', str(out)]}"]
    assert (out / "shop/_client.py").read_text("utf-8").endswith("# appended\n")

    before = snapshot(tmp_path)
    again = specloom("generate", "--diff", "--project", file)
    assert "ran " not in again.output and "@@" not in again.output
    assert specloom("check", "--project", file).exit_code == 0
    assert library.generate(file, dry_run=True).changes.changed == ()
    assert snapshot(tmp_path) == before

    (out / "shop/_client.py").write_text("edited by hand\n", "utf-8")
    drift = specloom("check", "--project", file)
    assert drift.exit_code == 1 and "shop/_client.py differs" in drift.errors
    assert library.generate(file).changes.changed == (".specloom.json", "shop/_client.py")
    assert (out / "shop/_client.py").read_text("utf-8").count("# appended") == 1
    assert len(log.read_text().splitlines()) == 2


def test_other_commands_run_although_no_document_has_changed(tmp_path: Path) -> None:
    file = project_with(tmp_path, f"[[{PYTHON}, '-c', 'open(\"A\", \"w\")']]")
    assert specloom("generate", "--project", file).exit_code == 0
    assert (tmp_path / "out/A").exists()
    project_with(tmp_path, f"[[{PYTHON}, '-c', 'open(\"B\", \"w\")']]")
    assert specloom("check", "--project", file).exit_code == 1
    assert specloom("generate", "--project", file).exit_code == 0
    assert (tmp_path / "out/B").exists()
    # Without commands, the files are as generated again.
    project_with(tmp_path, f"[[{PYTHON}, '../append.py', '..']]")
    assert specloom("generate", "--project", file).exit_code == 0
    project_with(tmp_path, "[]")
    assert specloom("generate", "--project", file).exit_code == 0
    assert "appended" not in (tmp_path / "out/shop/_client.py").read_text("utf-8")
    assert specloom("check", "--project", file).exit_code == 0


@pytest.mark.parametrize(
    ("hook", "said"),
    [
        ([sys.executable, "-c", "print('one'); print('two'); exit(4)"], "code 4: one | two"),
        ("no-such-program --fix", "the program 'no-such-program' does not exist"),
        ("./missing.sh", "the program './missing.sh' does not exist"),
        pytest.param({"shell": "echo $((40 + 2)); exit 1"}, "code 1: 42", marks=POSIX),
        # No shell: these are arguments.
        pytest.param("echo $((40 + 2)) && exit 1", None, marks=POSIX),
    ],
)
def test_a_failure_leaves_the_output_as_it_was(
    tmp_path: Path, hook: object, said: str | None
) -> None:
    touch = 'import pathlib; pathlib.Path("cache").mkdir(exist_ok=True)'
    shown = json.dumps([[sys.executable, "-c", touch], "HOOK"])
    shell = isinstance(hook, dict)
    given = f"{{ shell = {json.dumps(hook['shell'])} }}" if shell else json.dumps(hook)  # type: ignore[index]
    failing = shown.replace('"HOOK"', given)
    file = project_with(tmp_path, failing)
    failed = specloom("generate", "--project", file)
    if said is None:
        assert failed.exit_code == 0
        return
    assert failed.exit_code == 1 and said in failed.errors
    assert "specloom.toml:4:1: error[post-hook-failed]" in failed.errors
    assert not (tmp_path / "out").exists()

    project_with(tmp_path, json.dumps([[sys.executable, "../append.py", ".."]]))
    assert specloom("generate", "--project", file).exit_code == 0
    before = {path: content for path, (content, _) in snapshot(tmp_path / "out").items()}
    project_with(tmp_path, failing)
    text = TEXT.replace("/cars", "/bikes")
    (tmp_path / "api.yaml").write_text(text, "utf-8")
    assert specloom("generate", "--project", file).exit_code == 1
    after = {path: content for path, (content, _) in snapshot(tmp_path / "out").items()}
    assert after.pop("cache", b"") is None and after == before


@POSIX
def test_a_run_that_is_killed_while_commands_run_is_completed_by_the_next(tmp_path: Path) -> None:
    kill = "import os, signal; os.kill(os.getppid(), signal.SIGKILL)"
    file = project_with(tmp_path, json.dumps([[sys.executable, "-c", kill]]))
    command = [sys.executable, "-m", "specloom", "generate", "--project", str(file)]
    assert subprocess.run(command, check=False).returncode < 0
    assert (tmp_path / "out/shop/_client.py").exists()
    project_with(tmp_path, json.dumps([[sys.executable, "-c", "open('ran', 'w')"]]))
    assert specloom("generate", "--project", file).exit_code == 0
    assert (tmp_path / "out/ran").exists()


@pytest.mark.parametrize(
    ("hooks", "said"),
    [
        ('"ruff"', "must be a list of commands"),
        ("[[]]", "[] is not a command"),
        ('[""]', "'' is not a command"),
        ("[[1]]", "[1] is not a command"),
        ('["a \'b"]', "cannot be split: No closing quotation"),
        ('[{ run = "x" }]', "unknown setting 'run'"),
    ],
)
def test_invalid_command_is_refused(tmp_path: Path, hooks: str, said: str) -> None:
    refused = specloom("generate", "--project", project_with(tmp_path, hooks))
    assert refused.exit_code == 1 and said in refused.errors
