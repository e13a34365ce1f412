"""Remove the parts of a module that belong to features which a package does not have.

The client core marks such a line with a comment at its end, and several lines with a comment before and
one after them:

    from .following import follow  # feature: redirects

    # feature: redirects
    if 300 <= response.status < 400:
        request, response, note = await follow(self, request, response)
    # end

A part for packages without a feature is marked with `# feature: not redirects`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_MARK = "# feature: "
_LINE = re.compile(rf"(?P<code>.*\S)  {_MARK}(?P<feature>.+)")
_START = re.compile(rf" *{_MARK}(?P<feature>.+)")
_END = re.compile(r" *# end")


def keep_features(text: str, features: Collection[str]) -> str:
    """Return a module without its marks, and without the parts that the package does not have.

    Args:
        text: the source of the module. Its parts may contain each other.
        features: the features of the package.

    Raises:
        ValueError: a mark for the start of a part, or for its end, is missing.
    """
    if _MARK not in text:
        return text
    open_: list[bool] = []  # whether the package has each of the parts around the line
    kept: list[str] = []
    is_cut = False  # whether the last line was left out
    for line in text.splitlines():
        if start := _START.fullmatch(line):
            open_.append(_has(start["feature"], features))
        elif _END.fullmatch(line):
            if not open_:
                raise ValueError("'# end' without '# feature:'")
            open_.pop()
        elif all(open_):
            if marked := _LINE.fullmatch(line):
                if not _has(marked["feature"], features):
                    is_cut = True
                    continue
                line = marked["code"]
            if line or not (is_cut and kept[-1:] == [""]):  # no more blank lines than before
                kept.append(line)
            is_cut = False
        else:
            is_cut = True
    if open_:
        raise ValueError("'# feature:' without '# end'")
    return "\n".join(kept).rstrip("\n") + "\n"


def _has(mark: str, features: Collection[str]) -> bool:
    name = mark.removeprefix("not ")
    return (name in features) == (name == mark)
