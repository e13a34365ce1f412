"""Test that every invalid input is reported once, with its location and a hint, and nothing is
written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from specloom.emit.lock import locked

from tests.generate.support import HEAD, snapshot, specloom

FINE = HEAD + "paths: {}\n"
ANSWER = 'responses: {"204": {description: Done.}}'

# The name of the case: the name of the file, its content, and what is reported.
DOCUMENTS: dict[str, tuple[str, str, str]] = {
    "invalid YAML": (
        "api.yaml",
        "openapi: 3.1.0\ninfo: [unclosed\npaths: {}\n",
        "api.yaml:3:6: error[invalid-yaml]: ",
    ),
    "invalid JSON": (
        "api.json",
        '{"openapi": "3.1.0",\n "info": {,}}',
        "api.json:2:11: error[invalid-json]: ",
    ),
    "empty": ("api.yaml", "", "api.yaml:1:1: error[not-an-object]: the file is empty"),
    "not OpenAPI": (
        "api.yaml",
        "hello: world\n",
        "api.yaml:1:1: error[not-openapi]: the property 'openapi' is missing",
    ),
    "Swagger": (
        "api.yaml",
        'swagger: "1.2"\n',
        "api.yaml:1:1: error[unsupported-dialect] #/swagger: ",
    ),
    "an extension that is misspelt": (
        "api.yaml",
        HEAD + f"paths:\n  /a:\n    get:\n      x-specloom-paging: {{}}\n      {ANSWER}\n",
        "api.yaml:6:7: error[unknown-extension] #/paths/~1a/get/x-specloom-paging: "
        "the extension 'x-specloom-paging' has no meaning here\n"
        "    hint: extensions that are valid here: x-specloom-batch, x-specloom-docs, x-specloom-idempotent, x-specloom-null, x-specloom-pagination, x-specloom-rate-limit, x-specloom-split, x-specloom-stream",
    ),
}


def _untouched(folder: Path, *arguments: object) -> str:
    """Run, check that it failed and wrote nothing, and return what it reported."""
    before = snapshot(folder)
    run = specloom(*arguments)
    assert snapshot(folder) == before
    assert run.exit_code == 1
    assert run.output == ""
    return run.errors


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_document(case: str, folder: Path) -> None:
    name, text, said = DOCUMENTS[case]
    (folder / name).write_text(text, "utf-8")
    errors = _untouched(folder, "generate", name, "--package", "shop", "--output", "out")
    assert said in errors
    assert errors.count("error[") == 1
    assert errors.count("    hint: ") == 1
    assert errors.endswith("1 error; nothing was written\n")


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_document_leaves_an_earlier_output_alone(case: str, folder: Path) -> None:
    arguments = ("--package", "shop", "--output", "out")
    (folder / "fine.yaml").write_text(FINE, "utf-8")
    assert specloom("generate", "fine.yaml", *arguments).exit_code == 0
    name, text, _ = DOCUMENTS[case]
    (folder / name).write_text(text, "utf-8")
    _untouched(folder, "generate", name, *arguments)


def test_a_missing_document(folder: Path) -> None:
    errors = _untouched(folder, "generate", "no.yaml", "--package", "shop", "--output", "out")
    assert errors.startswith("no.yaml: error[file-not-found]: the file does not exist\n    hint: ")


def test_everything_that_is_wrong_is_reported_at_once(folder: Path) -> None:
    (folder / "a.yaml").write_text("hello: world\n", "utf-8")
    (folder / "b.json").write_text("{", "utf-8")
    errors = _untouched(
        folder, "generate", "a.yaml", "b.json", "c.yaml", "--package", "shop", "--output", "out"
    )
    assert [line.partition(":")[0] for line in errors.splitlines() if "error[" in line] == [
        "a.yaml",
        "b.json",
        "c.yaml",
    ]
    assert errors.endswith("3 errors; nothing was written\n")


def test_through_the_installed_command(folder: Path) -> None:
    (folder / "api.yaml").write_text("hello: world\n", "utf-8")
    command = [sys.executable, "-W", "error", "-c", "from specloom.cli import main; main()"]
    arguments = ["generate", "api.yaml", "--package", "shop", "--output", "out"]
    ran = subprocess.run(command + arguments, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (
        "api.yaml:1:1: error[not-openapi]: the property 'openapi' is missing, so the file is not an OpenAPI "
        "document\n    hint: an OpenAPI document begins with a line like 'openapi: 3.1.0'\n"
        "1 error; nothing was written\n"
    )
    assert sorted(os.listdir(folder)) == ["api.yaml"]


# --- the output ------------------------------------------------------------------------------


@pytest.fixture
def document(folder: Path) -> str:
    """Write a valid document into the current folder."""
    (folder / "api.yaml").write_text(FINE, "utf-8")
    return "api.yaml"


def test_an_output_folder_that_holds_files_of_others(folder: Path, document: str) -> None:
    (folder / "out").mkdir()
    (folder / "out/notes.txt").write_text("mine", "utf-8")
    errors = _untouched(folder, "generate", document, "--package", "shop", "--output", "out")
    assert errors.startswith(
        "out: error[foreign-files]: the output folder contains files that specloom did not write: notes.txt\n    hint: "
    )


def test_a_file_of_others_where_one_of_ours_would_be(folder: Path, document: str) -> None:
    arguments = ("generate", document, "--package", "shop", "--output", "out")
    assert specloom(*arguments).exit_code == 0
    manifest = folder / "out/.specloom.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"README.md",', ""), "utf-8")
    (folder / "out/README.md").write_text("mine", "utf-8")
    errors = _untouched(folder, *arguments)
    assert "error[foreign-files]" in errors
    assert ": README.md\n" in errors


def test_an_output_below_a_file(folder: Path, document: str) -> None:
    (folder / "file").write_text("mine", "utf-8")
    errors = _untouched(folder, "generate", document, "--package", "shop", "--output", "file/out")
    assert errors.startswith(
        "file/out: error[unwritable-output]: the output cannot be written: Not a directory\n"
    )


def test_an_output_that_is_a_file(folder: Path, document: str) -> None:
    (folder / "file").write_text("mine", "utf-8")
    errors = _untouched(folder, "generate", document, "--package", "shop", "--output", "file")
    assert "error[unwritable-output]: the output path is a file, not a folder\n" in errors


@pytest.mark.parametrize("target", ["nowhere", "link"])
def test_an_output_that_is_a_link_to_nothing(folder: Path, document: str, target: str) -> None:
    (folder / "link").symlink_to(target)
    for command in ("generate", "check"):
        errors = _untouched(folder, command, document, "--package", "shop", "--output", "link")
        assert (
            "link: error[unwritable-output]: the output folder is a broken symbolic link\n"
            in errors
        )


def test_an_output_that_is_a_link_to_a_folder(folder: Path, document: str) -> None:
    (folder / "real").mkdir()
    (folder / "link").symlink_to("real")
    for command in ("generate", "check"):
        run = specloom(command, document, "--package", "shop", "--output", "link")
        assert run.exit_code == 0, run.errors
    assert (folder / "link").is_symlink()
    assert (folder / "real" / "shop" / "__init__.py").is_file()


def test_a_folder_that_cannot_be_read_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "out").mkdir()
    waited: list[str] = []
    monkeypatch.setattr("specloom.emit.lock.os.access", lambda path, mode: False)
    with locked(folder / "out", waiting=lambda: waited.append("waited"), patience=1):
        assert not waited


def test_links_in_a_circle(folder: Path) -> None:
    (folder / "circle").symlink_to("circle")
    reference = "components: {schemas: {A: {$ref: 'circle/a.yaml'}}}\n"
    (folder / "api.yaml").write_text(FINE + reference, "utf-8")
    run = specloom("validate", "api.yaml")
    assert run.exit_code == 0
    assert "warning[unreadable-reference]" in run.errors
    errors = _untouched(folder, "validate", "circle")
    assert "circle: error[unreadable-file]: the file cannot be read: " in errors


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
def test_a_disk_that_is_full_or_read_only(
    folder: Path, document: str, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    arguments = (document, "--package", "shop", "--output", "out")
    assert specloom("generate", *arguments).exit_code == 0
    text = (folder / document).read_text("utf-8")
    (folder / document).write_text(text.replace("title: ", "title: New "), "utf-8")
    written: list[Path] = []

    def write_bytes(path: Path, content: bytes) -> int:
        written.append(path)
        if len(written) > 1:
            raise OSError(code, os.strerror(code))
        return len(content)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    errors = _untouched(folder, "generate", *arguments)
    assert f"the output cannot be written: {os.strerror(code)}\n" in errors
    assert len(written) > 1


@pytest.mark.skipif(os.name != "posix", reason="other systems have other signals")
def test_control_c_in_the_middle_leaves_no_trace(folder: Path, document: str) -> None:
    arguments = ["generate", document, "--package", "shop", "--output", "out", "--no-cache"]
    # The move of the fifth file is interrupted as by the keyboard.
    code = (
        "import os, signal\n"
        "from specloom.emit import write\n"
        "replace, done = os.replace, []\n"
        "def interrupted(*paths):\n"
        "    done.append(paths)\n"
        "    len(done) == 5 and os.kill(os.getpid(), signal.SIGINT)\n"
        "    replace(*paths)\n"
        "write.os.replace = interrupted\n"
        "from specloom.cli import main; main()"
    )
    before = snapshot(folder)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == "Aborted!"
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    "environment",
    [{}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"LANG": "xx_YY.none"}],
    ids=["empty", "ascii", "unknown"],
)
def test_without_an_environment(folder: Path, environment: dict[str, str]) -> None:
    (folder / "größe.yaml").write_text(FINE.replace("Shop", "Größe €"), "utf-8")
    code = "import sys; from specloom.cli import main; sys.argv[1] == '-' or main()"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=environment,
            capture_output=True,
            check=False,
        )
        for arguments in (
            ["generate", "größe.yaml", "--package", "shop", "--output", "größe", "--no-cache"],
            ["inspect", "größe.yaml"],
            ["validate", "größe.yaml", "maß.yaml"],
        )
    ]
    assert [each.returncode for each in runs] == [0, 0, 1], [each.stderr for each in runs]
    assert b"Traceback" not in b"".join(each.stderr for each in runs)
    assert b"error[file-not-found]" in runs[2].stderr
    assert "Größe €" in (folder / "größe" / "README.md").read_text("utf-8")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_folder(folder: Path, document: str) -> None:
    locked = folder / "locked"
    locked.mkdir(mode=0o555)
    errors = _untouched(folder, "generate", document, "--package", "shop", "--output", "locked/out")
    assert "error[unwritable-output]: the output cannot be written: Permission denied\n" in errors


# --- the project file ------------------------------------------------------------------------

PACKAGE = '[package]\nname = "shop"\noutput = "out"\n'
FILES = '[documents]\nfiles = "api.yaml"\n'
PROJECTS = {
    "a backslash in a pattern": (
        PACKAGE + "[documents]\nfiles = 'docs\\{resource}.yaml'\n",
        "specloom.toml:5:1: error[invalid-project]: the pattern 'docs\\\\*.yaml' has a backslash; "
        "separate folders by '/'\n",
    ),
    "a backslash in the pattern of an overlay": (
        PACKAGE + FILES + "overlays = ['more\\*.yaml']\n",
        "specloom.toml:6:1: error[invalid-project]: the pattern 'more\\\\*.yaml' has a backslash; ",
    ),
    "a drive": (
        PACKAGE + "[documents]\nfiles = 'C:/docs/*.yaml'\n",
        "specloom.toml:5:1: error[invalid-project]: the pattern 'C:/docs/*.yaml' has a drive, ",
    ),
    "a share": (
        PACKAGE + "[documents]\nfiles = '\\\\server\\docs\\*.yaml'\n",
        "specloom.toml:5:1: error[invalid-project]: the pattern '\\\\\\\\server\\\\docs\\\\*.yaml' has a backslash; ",
    ),
    "an overlay elsewhere": (
        PACKAGE + FILES + 'overlays = ["/docs/*.yaml"]\n',
        "specloom.toml:6:1: error[invalid-project]: no overlay matches '/docs/*.yaml'",
    ),
    "an empty pattern": (
        PACKAGE + FILES + 'overlays = [""]\n',
        "specloom.toml:6:1: error[invalid-project]: '' is not a valid pattern: ",
    ),
    "a pattern that is none": (
        PACKAGE + '[documents]\nfiles = "**.yaml"\n',
        "specloom.toml:5:1: error[invalid-project]: '**.yaml' is not a valid pattern: ",
    ),
    "no TOML": ("[package\n", "specloom.toml:1:9: error[invalid-toml]: "),
    "no package": (FILES, "specloom.toml:1:1: error[invalid-project]: name is missing"),
    "no documents": (PACKAGE, "specloom.toml:1:1: error[invalid-project]: 'files' is missing"),
    "unknown table": (
        PACKAGE + FILES + "[colours]\n",
        "specloom.toml:6:1: error[invalid-project]: unknown setting 'colours'; the settings are ",
    ),
    "unknown setting": (
        PACKAGE + 'shade = "red"\n' + FILES,
        "specloom.toml:4:1: error[invalid-project]: [package] unknown setting 'shade'; the settings are ",
    ),
    "wrong type": (
        PACKAGE + "version = 1\n" + FILES,
        "specloom.toml:4:1: error[invalid-project]: version must be a string",
    ),
    "no document matches": (
        PACKAGE + '[documents]\nfiles = "none/*.yaml"\n',
        "specloom.toml:5:1: error[invalid-project]: no document matches 'none/*.yaml'",
    ),
    "unused rename": (
        PACKAGE + FILES + '[calls]\n"batch.make" = "batch.create"\n',
        "specloom.toml:7:1: error[unused-rename]: no call has the name 'batch.make'",
    ),
    "unused name": (
        PACKAGE + FILES + '[names]\n"#/components/schemas/Pet" = "Animal"\n',
        "specloom.toml:7:1: error[unused-name]: '#/components/schemas/Pet' does not exist in any document",
    ),
    "a name that Python cannot have": (
        PACKAGE + FILES + '[names]\n"#/components/schemas/Pet" = "class"\n',
        "specloom.toml:7:1: error[invalid-project]: #/components/schemas/Pet = 'class' is not a "
        "valid Python name",
    ),
    "a format that is no class": (
        PACKAGE + FILES + '[formats]\nmoney = "os; import sys:Money"\n',
        "specloom.toml:7:1: error[invalid-project]: money = 'os; import sys:Money' is neither a ",
    ),
    "an argument that Python cannot have": (
        PACKAGE + FILES + '[security]\nmy-token = ["bearer"]\n',
        "specloom.toml:7:1: error[invalid-project]: my-token is not a valid Python name",
    ),
    "no status": (
        PACKAGE + FILES + "[retries]\nnever = [42]\n",
        "specloom.toml:7:1: error[invalid-project]: never: 42 is not an HTTP status code",
    ),
    "no list of statuses": (
        PACKAGE + FILES + "[retries]\nnever = 477\n",
        "specloom.toml:7:1: error[invalid-project]: never must be a list of status codes",
    ),
    "no seconds": (
        PACKAGE + FILES + '[retries]\nwait = { 423 = "long" }\n',
        "specloom.toml:1:1: error[invalid-project]: 423 must be a number of at least 0",
    ),
    "no pointer": (
        PACKAGE + FILES + '[retries]\npolicy = "policyName"\n',
        "specloom.toml:7:1: error[invalid-project]: policy must be a JSON pointer, not 'policyName'",
    ),
    "intervals of limits without names": (
        PACKAGE + FILES + "[retries]\nintervals = { SECONDLY = 1.0 }\n",
        "specloom.toml:7:1: error[invalid-project]: intervals requires policy, where the name of",
    ),
    "an interval of no time": (
        PACKAGE + FILES + '[retries]\npolicy = "/name"\nintervals = { SECONDLY = 0 }\n',
        "specloom.toml:1:1: error[invalid-project]: 'SECONDLY' must be a finite number of seconds",
    ),
    "no exception": (
        PACKAGE + FILES + '[errors.categories]\nCONFLICT = "ClashError"\n',
        "specloom.toml:7:1: error[unknown-error-class]: the exception 'ClashError' does not exist",
    ),
    "unused security scheme": (
        PACKAGE + FILES + '[security]\ntoken = ["bearer"]\n',
        "specloom.toml:7:1: error[unused-security]: no document has the security scheme 'bearer'",
    ),
}


@pytest.mark.parametrize("case", PROJECTS)
def test_a_project_file(case: str, folder: Path, document: str) -> None:
    text, said = PROJECTS[case]
    (folder / "specloom.toml").write_text(text, "utf-8")
    errors = _untouched(folder, "generate")
    assert errors.startswith(said)
    assert "\n    hint: " in errors
    assert errors.endswith("1 error; nothing was written\n")


def test_a_missing_project_file(folder: Path) -> None:
    errors = _untouched(folder, "generate", "--project", "no.toml")
    assert errors.startswith("no.toml: error[file-not-found]: the project file does not exist\n")


# --- wrong usage -----------------------------------------------------------------------------

USAGES = {
    "nothing named": (["generate"], "the current folder has no specloom.toml"),
    "no package": (["generate", "api.yaml"], "Documents need --package"),
    "no output": (["generate", "api.yaml", "--package", "shop"], "Documents need --output"),
    "both": (["generate", "api.yaml", "--project", "p.toml"], "not both"),
    "package of a project": (
        ["generate", "--project", "p.toml", "--package", "shop"],
        "The project file sets the package name",
    ),
    "no name": (
        ["generate", "api.yaml", "--package", "@@", "--output", "out"],
        "'@@' is not a valid package name",
    ),
    "a name of two lines": (
        ["generate", "api.yaml", "--package", "a\nb", "--output", "out"],
        "is not a valid package name",
    ),
    "unknown command": (["frobnicate"], "No such command 'frobnicate'"),
    "unknown option": (["generate", "--frobnicate"], "No such option"),
}


@pytest.mark.parametrize("case", USAGES)
def test_wrong_usage(case: str, folder: Path) -> None:
    arguments, said = USAGES[case]
    run = specloom(*arguments)
    assert run.exit_code == 2
    assert said in run.errors
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("package", ["none", "class", "2026-03", "async", "x"])
def test_package_names_that_need_care(package: str, folder: Path, document: str) -> None:
    assert specloom("generate", document, "--package", package, "--output", "out").exit_code == 0
    sources = list((folder / "out").rglob("*.py"))
    assert sources
    for path in sources:
        compile(path.read_text("utf-8"), str(path), "exec")


def test_an_output_that_is_the_current_folder(folder: Path, document: str) -> None:
    (folder / "specloom.toml").write_text(PACKAGE + FILES, "utf-8")
    target = folder / "here"
    target.mkdir()
    os.chdir(target)
    run = specloom("generate", "--project", "../specloom.toml", "--output", ".")
    assert run.exit_code == 0
    assert (target / "shop/__init__.py").is_file()
    assert not (folder / "out").exists()
