"""The command line: documents or a project file in, a package, a report or a located error out."""

from specloom.cli.commands import main
from specloom.cli.comparing import diff
from specloom.cli.generating import check, generate
from specloom.cli.initial import init

__all__ = ["check", "diff", "generate", "init", "main"]
