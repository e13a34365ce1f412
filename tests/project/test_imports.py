"""Test that the packages of specloom import in one direction, without cycles."""

from __future__ import annotations

import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp

ROOT = Path(__file__).parent.parent.parent
LINT = (
    "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))"
)


def lint(folder: Path, generator: Path) -> subprocess.CompletedProcess[str]:
    """Run the import linter on a copy of specloom with the contract in pyproject.toml."""
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(generator)!r}); {LINT}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_follow_the_pipeline() -> None:
    result = lint(ROOT, ROOT / "generator")
    assert result.returncode == 0, result.stdout


def test_an_import_against_the_flow_fails(tmp_path: Path) -> None:
    copy_package(tmp_path)
    words = tmp_path / "specloom" / "naming" / "words.py"
    words.write_text(words.read_text("utf-8") + "\nimport specloom.python.plan\n", "utf-8")
    result = lint(ROOT, tmp_path)
    assert result.returncode == 1
    assert "specloom.naming.words -> specloom.python.plan" in result.stdout


def test_no_module_is_in_a_circle() -> None:
    graph = grimp.build_graph("specloom", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert list(TopologicalSorter(imports).static_order())


def test_the_core_is_in_no_circle_and_knows_no_package() -> None:
    graph = grimp.build_graph("hubspot_crm", cache_dir=None)
    core = {module for module in graph.modules if module.startswith("hubspot_crm._core")}
    imports = {module: graph.find_modules_directly_imported_by(module) for module in core}
    assert list(TopologicalSorter(imports).static_order())
    assert all(imported <= core for imported in imports.values())


def copy_package(folder: Path) -> None:
    source = ROOT / "generator" / "specloom"
    for path in source.rglob("*.py"):
        target = folder / "specloom" / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
