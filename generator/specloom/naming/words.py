"""Split wire names into words, and convert them to snake_case and PascalCase."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

LONGEST = 80
"""The maximum length of a name that may be used for a file, in characters."""
MOST_BYTES = 230

# The words for signs in names that have neither letters nor digits, such as `*`.
_SIGNS = {
    "+": "plus",
    "-": "minus",
    "*": "star",
    "@": "at",
    "%": "percent",
    "&": "and",
    "|": "or",
    "#": "number",
    "$": "dollar",
    ".": "dot",
    "/": "slash",
    "<": "less than",
    ">": "greater than",
    "=": "equals",
    "!": "not",
    "~": "tilde",
    "_": "underscore",
}
# The words for signs before a number (`+1`), after a name (`load%`), and between letters (`R&D`).
_BEFORE = {"+": "plus ", "-": "minus "}
_BEHIND = {"+": " plus", "%": " percent"}
# Matches kinds of characters: C for capitals, D for digits, L for other letters. A boundary is where the
# writer put one, so that `k8s` and `v1beta1` are one word, and a name in snake case stays as it is.
_WORD = re.compile(
    "(?<![CL])CD{1,2}C(?=CL|$)"  # E2ETest
    "|C[CD]*(?=CL)"  # HTTPServer, S3Bucket
    "|C?L+(?:D+L*)*"  # Int32, k8s
    "|C+D+L+(?:D+L*)*"  # GPT4o
    "|C+D*"  # ID2
    "|D+(?:C+(?=CL|D|$)|L+(?:D+L*)*)?"  # 3DSecure, 2fa
)

# Names with capitals inside that are one word.
ONE_WORD = (
    *("ChatGPT", "DevOps", "DynamoDB", "GitHub", "GitLab", "GraphQL", "IaaS", "IoT", "JavaScript"),
    *("LaTeX", "LinkedIn", "MongoDB", "MySQL", "NoSQL", "OAuth", "OpenAI", "OpenAPI", "OpenID"),
    *("PaaS", "PayPal", "PostgreSQL", "SaaS", "TypeScript", "WhatsApp", "WiFi", "YouTube"),
    *("gRPC", "iCloud", "iOS", "iPad", "iPadOS", "iPhone", "kWh", "mTLS", "macOS", "tvOS"),
    *("visionOS", "watchOS"),
)
"""Names that are one word although they have capitals inside."""
_NAMES = "|".join(
    f"(?<![A-Za-z]){each[0].lower()}{each[1:]}" + (f"|(?<![A-Z]){each}" * each[0].isupper())
    for each in sorted(ONE_WORD, key=len, reverse=True)
)
_ONE_WORD = re.compile(
    rf"(?:{_NAMES})s?(?![a-z])|IPv(?=[46])|[A-Z]{{2,}}s(?![a-z])|[A-Z]{{2,}}(?=v[0-9])"
)
# The endings of parameters that compare values.
_COMPARED = re.compile(r"([^<>=!]*\w)\s*(<=|>=|<>|!=|<|>|!)")
_COMPARISONS = {
    "<": "less_than",
    ">": "greater_than",
    "<=": "at_most",
    ">=": "at_least",
    "!": "not",
    "!=": "not",
    "<>": "not",
}


@lru_cache(maxsize=50_000)
def split_words(name: str) -> tuple[str, ...]:
    """Return the words of a name.

    ``objectTypeId2`` and ``object-type_id2`` give object, type, id2; ``DateSent<`` gives date, sent,
    less, than; ``OAuth2`` and ``k8s`` are one word each.
    """
    name = _ONE_WORD.sub(_as_one_word, _spelled(name))
    return tuple(
        part[found.start() : found.end()].lower()
        for part in _letters(name).split()
        for found in _WORD.finditer("".join(map(_kind, part)))
    )


def snake_case(*names: str) -> str:
    """Return names joined in snake case, for attributes and arguments. The result is always an identifier."""
    return _identifier("_".join(word for name in names for word in split_words(name)), "n_")


def pascal_case(names: Iterable[str]) -> str:
    """Return names joined in Pascal case, for classes. Capital letters within a name are preserved."""
    parts = [part for name in names for part in _letters(_spelled(name)).split()]
    return _identifier("".join(part[0].upper() + part[1:] for part in parts), "N")


def shortened(name: str) -> str:
    """Return a name that is short enough for a file name. A cut name ends in its hash to remain unique."""
    if len(name) <= LONGEST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    start = name[: LONGEST - len(digest) - 1].encode()[:MOST_BYTES].decode("utf-8", "ignore")
    return f"{start.rstrip('_')}_{digest}"


def _spelled(name: str) -> str:
    """Return a name with words in place of the signs that distinguish it from others: `+1`, `Date<`, `load%`."""
    name = re.sub(r"(?<=\w)['’](?=\w)", "", name)  # Let's is Lets
    if compared := _COMPARED.fullmatch(name):
        name = f"{compared[1]}_{_COMPARISONS[compared[2]]}"
    if name in _COMPARISONS:
        return _COMPARISONS[name]
    if not any(character.isalnum() for character in name):
        return " ".join(_SIGNS.get(character, "") for character in name)
    if not any(character.isalpha() for character in name):
        name = _BEFORE.get(name[0], name[0]) + name[1:]
    ending = name.rstrip("+%")
    if ending != name:
        name = ending + "".join(_BEHIND[each] for each in name[len(ending) :])
    return re.sub(r"(?<=\w)\s*&\s*(?=\w)", " and ", name)


def other_spellings(name: str) -> Iterator[str]:
    """Yield further names of an attribute or argument, in snake case, for one whose name is taken.

    `@type` beside `type` is `at_type`, and `E` beside `e` is `e_upper`.
    """
    rest = name.lstrip("".join(_SIGNS))
    signs = [_SIGNS[each] for each in name[: len(name) - len(rest)]]
    if rest and signs:
        yield snake_case("_".join([*signs, rest]))
    elif rest.isupper():
        yield f"{snake_case(rest)}_upper"


def _as_one_word(found: re.Match[str]) -> str:
    """Return a match with one capital. What follows `UUID` in `UUIDv4` is a word of its own."""
    is_before_version = found.string[found.end() : found.end() + 1] == "v"
    return found[0].capitalize() + ("_" if is_before_version and found[0].isupper() else "")


def _identifier(joined: str, first: str) -> str:
    # Changing the case may have changed the normal form.
    joined = unicodedata.normalize("NFKC", joined)
    if not joined:
        return "value" if first.islower() else "Value"
    return joined if joined.isidentifier() else f"{first}{joined}"


@lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    """Return the name with a blank in place of each character that identifiers cannot contain."""
    # Python normalizes identifiers to this form, so names that differ only in form are equal.
    name = unicodedata.normalize("NFKC", name)
    letters = ""
    for character in name:
        # A mark without a letter before it would combine with whatever precedes it later.
        is_mark = unicodedata.category(character)[0] == "M"
        follows_letter = letters != "" and letters[-1] != " " and not letters[-1].isdecimal()
        letters += character if _is_part(character) and (follows_letter or not is_mark) else " "
    return letters


def _kind(character: str) -> str:
    return "C" if character.isupper() else "D" if character.isdecimal() else "L"


def _is_part(character: str) -> bool:
    return character != "_" and f"a{character}".isidentifier()


MANY = 3
"""The fewest names that have something in common."""
_SEPARATOR = re.compile(r"[./]|__")
_VERSION = re.compile(r"v\d+(?:_?\d+)*(?:(?:alpha|beta)\d*)?", re.IGNORECASE)
_NAMESPACED = re.compile(r"[\w-]+(?:\.[\w-]+){2,}")


def without_namespace(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a schema's name, without the namespaces that its first word begins with.

    `io.k8s.api.core.v1.Pod` is `Pod`; if that is another schema, `v1.Pod`, and so on. Three parts or more of which the
    last is capitalized are a type in a namespace. Fewer, as in `checkout.session`, belong to the name. So do the parts
    after a version: `shop.v1.checkout.session`.
    """
    first, *others = words
    parts = first.split(".")
    if _NAMESPACED.fullmatch(first) and parts[-1][:1].isupper():
        for index in range(len(parts) - 1, 0, -1):
            yield (*parts[index:], *others)
    elif len(parts) > 1:
        versions = [index for index, each in enumerate(parts[:-1]) if _VERSION.fullmatch(each)]
        if versions and parts[versions[-1] + 1][:1].isalpha():
            yield (*said_once(parts[versions[-1] + 1 :]), *others)
        yield (*said_once(parts), *others)
    yield tuple(words)


def without_prefix(name: str, prefix: str) -> str:
    """Return a name without a common prefix, or without the parts of the prefix that it begins with."""
    ends = [0, *(each.end() for each in _SEPARATOR.finditer(prefix))]
    return name[max(end for end in ends if name.startswith(prefix[:end])) :] or name


def said_once(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the parts of a name without those that the next part repeats: `sip`, `sip_domain`."""
    pairs = pairwise((*parts, ""))
    return tuple(each for each, following in pairs if not f"{following}_".startswith(f"{each}_"))


def common_prefix(names: Sequence[str]) -> str:
    """Return what two thirds of the names with dots, slashes or `__` begin with, up to one of these.

    It is "" if fewer than three names follow it.
    """
    prefix, found = "", [each for each in dict.fromkeys(names) if _SEPARATOR.search(each)]
    total = len(found)
    while True:
        ends = ((each, _SEPARATOR.search(each)) for each in found)
        counted = Counter(each[: end.end()] for each, end in ends if end is not None)
        [(part, count)] = counted.most_common(1) or [("", 0)]
        if not part or count < MANY or 3 * count < 2 * total:
            return prefix
        prefix += part
        found = [each.removeprefix(part) for each in found if each.startswith(part)]
