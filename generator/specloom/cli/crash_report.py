"""Report an unexpected exception with the part of the document that was being processed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType

from specloom import __version__
from specloom.diagnostics import Diagnostic, Location

_OURS = Path(__file__).parent


def unexpected(error: BaseException) -> Diagnostic:
    """Return a diagnostic with the part of the document that was processed, the exception, and a hint.

    The part is found in the local variables of the traceback, innermost first: the first value with a
    `location`.
    """
    frames = list(_frames(error.__traceback__))
    ours = [each for each in frames if _OURS in Path(each[0].f_code.co_filename).parents]
    frame, line = (ours or frames)[-1]
    place = f"{Path(frame.f_code.co_filename).name}:{line}"
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Diagnostic(
        "internal-error",
        f"{said} (specloom {__version__}, {place} in {frame.f_code.co_name})",
        "this is a bug in specloom, not in the document; please report it with this line and "
        "the part of the document that it names; --traceback shows more",
        next((found for each, _ in reversed(frames) if (found := _location(each))), None),
    )


def _frames(traceback: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    while traceback is not None:
        yield traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next


def _location(frame: FrameType) -> Location | None:
    for value in frame.f_locals.values():
        try:
            found = value if isinstance(value, Location) else getattr(value, "location", None)
        # A property may raise any exception, which must not replace the one that is reported.
        except Exception:  # noqa: BLE001, S112
            continue
        if isinstance(found, Location):
            return found
    return None
