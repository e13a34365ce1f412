"""Test that commands in pages that are not run are valid: options of specloom, make targets,
Python modules."""

from __future__ import annotations

import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest
from specloom.cli import main

from tests.docs.blocks import Block, blocks

ROOT = Path(__file__).parent.parent.parent
PAGES = [*sorted(ROOT.glob("docs/**/*.md")), *sorted(ROOT.glob("*.md"))]
PAGES += [ROOT / "specs/README.md", ROOT / "benchmarks/README.md"]
SHELL = [each for page in PAGES for each in blocks(page, ROOT) if each.language == "sh"]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PROGRAMS = {"specloom", "make", "python", "pip", "export", "eval", "_SPECLOOM_COMPLETE=fish_source"}


@pytest.mark.parametrize("block", SHELL, ids=lambda block: f"{block.page}:{block.line}")
def test_the_commands_of_a_block_are_valid(block: Block) -> None:
    for line in block.code.splitlines():
        command = line.partition(" #")[0].strip()
        if not command or command.startswith("#"):
            continue
        program, *arguments = shlex.split(command)
        assert program in PROGRAMS, command
        if program == "specloom":
            arguments = [each for each in arguments if each != "…"]
            with main.make_context("specloom", [], resilient_parsing=True):
                main.commands[arguments[0]].make_context(arguments[0], arguments[1:])
        elif program == "make":
            targets = [each for each in arguments if "=" not in each]
            assert all(re.search(rf"^{each}:", MAKEFILE, re.MULTILINE) for each in targets), command
        elif program == "python" and arguments[0] == "-m":
            assert find_spec(arguments[1]), command


def test_targets_of_make_in_sentences_exist() -> None:
    for page in PAGES:
        for target in re.findall(r"`make ([\w-]+)", page.read_text("utf-8")):
            assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), f"{page.name}: {target}"
