"""Run the commands of `[package] post_hooks` in the output folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from specloom.diagnostics import SpecloomError
from specloom.project.model import PostHook, Project

_LAST_LINES = 20

Ran = Callable[[PostHook, str], None]
"""Called with each command that succeeded, and its output."""


def run_post_hooks(project: Project, ran: Ran) -> None:
    """Run all commands, one after the other; the first one that fails ends it.

    The working folder is the output folder. The folder of the Python that runs specloom comes first in
    PATH, so that the programs of its virtual environment are found.

    Raises:
        SpecloomError: a program is not found, or a command ends with an exit code other than 0.
    """
    output = Path(os.path.abspath(project.output))
    folder = Path(os.path.abspath(Path(project.file or "").parent))
    values = {"{output}": str(output), "{project}": str(folder)}
    environment = {
        **os.environ,
        "PATH": os.pathsep.join(
            [str(Path(sys.executable).parent), *filter(None, [os.environ.get("PATH")])]
        ),
        "SPECLOOM_OUTPUT": str(output),
        "SPECLOOM_PROJECT": str(folder),
    }
    for hook in project.post_hooks:
        command = hook.shell or _command(hook, values, output, environment, project)
        try:
            done = subprocess.run(
                command,
                shell=bool(hook.shell),
                cwd=output,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except OSError as error:
            _refuse(hook, f"cannot be started: {error.strerror or error}", project)
        if done.returncode:
            lines = done.stdout.strip().splitlines()[-_LAST_LINES:]
            said = f": {' | '.join(lines)}" if lines else ""
            _refuse(hook, f"ended with exit code {done.returncode}{said}", project)
        ran(hook, done.stdout)


def _command(
    hook: PostHook,
    values: Mapping[str, str],
    output: Path,
    environment: Mapping[str, str],
    project: Project,
) -> list[str]:
    """Return the arguments, with their placeholders replaced and the program as an absolute path.

    Windows would look for a program in the folder of specloom's process, and only for those that end in
    ``.exe``; therefore it is looked up here.
    """
    arguments = [_filled(each, values) for each in hook.arguments]
    program = arguments[0]
    if os.path.dirname(program):
        program = str(output / program)
    found = shutil.which(program, path=environment["PATH"])
    if found is None:
        _refuse(hook, f"cannot be started: the program {arguments[0]!r} does not exist", project)
    return [os.path.abspath(found), *arguments[1:]]


def _filled(argument: str, values: Mapping[str, str]) -> str:
    for placeholder, value in values.items():
        argument = argument.replace(placeholder, value)
    return argument


def _refuse(hook: PostHook, problem: str, project: Project) -> NoReturn:
    raise SpecloomError.of(
        "post-hook-failed",
        f"the command {hook.shown!r} {problem}",
        hint="the output folder was restored; correct the command or the problem that it "
        "reports, and generate again",
        location=project.setting("post_hooks"),
    )
