"""The words by which a call is recognised: which segments of a path are verbs, which nouns are plural."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_WORDS = re.compile(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+|[^\W\d_a-zA-Z]+")

VERBS = frozenset("""
    abort accept acknowledge activate add adjust allocate analyze append apply approve archive assign attach
    authenticate authorize backup ban block boost bookmark bulk calculate call cancel capture check checkout
    claim clean clear clone close collect commit compact compare complete compute configure confirm connect
    convert copy count create cut deactivate debit decline decode decrypt delete deliver demote deploy deny
    deprecate destroy detach disable discard disconnect dismiss dispatch dispute download draft duplicate
    edit embed emit empty enable encode encrypt end enqueue enroll escalate estimate evaluate exchange execute
    exit expand expire export extend extract fail fetch finalize find finish flag flush follow fork forget
    forgot format forward generate get grant handle hide hold import improve increment index infer ingest
    initialize initiate insert inspect install introspect invalidate invite invoke issue join kick kill launch
    leave like link list load lock login logout lookup map mark match merge migrate modify move mute notify
    open optimize parse patch pause peek pin ping place poll post predict prepare preview process promote
    provision publish pull purge push put query queue quit quote read reactivate rebase reboot rebuild
    recalculate recommend reconnect record recover redeem redeploy refresh refund regenerate register reindex
    reject release reload remove rename render renew reopen reorder repeat replace reply replay request
    requeue rerank rerun resend reserve reset resize resolve restart restore resubmit resume retry return
    reveal reverse revert review revise revoke rollback rotate run save schedule scale screenshot search
    select send serve set share shorten shutdown sign signin signout signup simulate skip snooze sort split
    start stop submit subscribe suggest suspend swap switch sync synchronize tag test toggle touch track train
    transcribe transfer transform translate trigger truncate unarchive unassign unban unblock undelete undo
    unfollow unhide uninstall unlike unlink unlock unmute unpin unpublish unregister unset unshare unstar
    unsubscribe unsuspend update upgrade upload upsert validate vacuum verify void vote wake warm watch
    withdraw write charge feed pay print scan ship ask answer apply speak stream substitute pair unpair dial
    """.split())
"""First words of segments that say what is done."""

NOUNS_TOO = frozenset("""
    backup block boost bookmark call check checkout claim copy cut debit dispute download draft end exchange
    export flag fork hold import issue invite like link load lock map mark match note open patch pin
    place post process quote read record refund release request return review schedule scale screenshot share
    sign snooze sort split start stop switch sync tag test touch track train transfer trigger vote watch
    """.split())
"""Verbs that are nouns as well: `GET /orders/{id}/refund` gets one, `POST` makes it."""

ASKED = frozenset("""
    browse calculate check compare compute count describe diff download estimate evaluate explain export fetch
    find get list lookup preview query read search suggest validate verify
    """.split())
"""Verbs of what a GET does; others are nouns there, as in `GET /posts/{id}/like`."""

GOT = frozenset("content contents count exists health me myself ping version whoami".split())
"""Nouns by which people call what a GET does."""

SINGULAR = frozenset("""
    access address alias analysis analytics atlas basis bonus bus business campus canvas census chaos class
    consensus corpus cors credentials css diagnosis details dns focus gas gps has head https is lens logistics
    metadata metrics news options os pass permissions preferences process progress properties sales series
    settings sms sns sqs ssh starts statistics stats status success synopsis this tls trellis us virus vms
    """.split())
"""Words that end in an s and are one thing."""

PLURAL = frozenset("children data feet indices media men mice people women vertices".split())

OWN: Mapping[str, Mapping[str, str]] = {
    "GET": {"list": "list", "index": "list"},
    "POST": {
        **dict.fromkeys(("create", "insert"), "create"),
        **dict.fromkeys(("update", "edit", "modify"), "update"),
        **dict.fromkeys(("register", "subscribe", "enroll"), ""),
    },
    "PUT": {
        **dict.fromkeys(("update", "edit", "modify"), "update"),
        **dict.fromkeys(("replace",), "replace"),
        **dict.fromkeys(("create", "upsert"), ""),
    },
    "PATCH": dict.fromkeys(("update", "edit", "modify", "patch"), "update"),
    "DELETE": dict.fromkeys(("delete", "remove", "destroy"), "delete"),
}
"""The verbs of operationIds that agree with a method, and what each is called; "": as it is."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name in small letters: `postMessage`, `post-message` are post, message."""
    return tuple(word.lower() for word in _WORDS.findall(text))


def plain(text: str) -> str:
    """A name as an attribute spells it, by which names are compared."""
    return "_".join(words_of(text))


def is_verb(segment: str, method: str, operation_id: str = "") -> bool:
    """Whether a segment of a path says what is done: `search`, `set-default-version`, `gdpr-delete`.

    One that may be a noun is one where the operationId has another verb, as `createRefund` for `/refund`.
    """
    words = list(words_of(segment))
    if not words:
        return False
    own = own_verb(operation_id, method)
    if own and own not in words and (len(words) > 1 or words[0] in NOUNS_TOO):
        return False
    if len(words) == 1:
        if method == "GET":
            return words[0] in GOT or words[0] in ASKED
        return words[0] in VERBS
    if method == "GET":
        return words[0] in ASKED
    return words[0] in VERBS - NOUNS_TOO or words[-1] in VERBS - NOUNS_TOO


def is_plural(segment: str) -> bool:
    """Whether a segment names many things."""
    words = words_of(segment)
    last = words[-1] if words else ""
    if last in SINGULAR or last.endswith(("ss", "us", "is")):
        return False
    return last in PLURAL or (last.endswith("s") and len(last) > 2)


def own_verb(operation_id: str, method: str) -> str:
    """The verb that an operationId begins with, if it agrees with the method; "" for none.

    A word may stand before it, as in `openai_list_models`, and a class, as in `UserController_list`.
    """
    words = words_of(name_in(operation_id))
    known = OWN.get(method, {})
    for word in words[:2]:
        if word in known:
            return known[word] or word
        if word in VERBS and word not in NOUNS_TOO:
            break
    return ""


def name_in(operation_id: str) -> str:
    """What of an operationId is a name: nothing of one that repeats the path."""
    if re.search(r"[{}\s]", operation_id) or operation_id.count("/") > 1:
        return ""
    last = re.split(r"[./#:]", operation_id)[-1]
    head, _, rest = last.partition("_")
    return rest if rest and head.endswith(("Controller", "Api", "Service", "Resource")) else last


def name_words(operation_id: str, method: str, path: str) -> tuple[str, ...]:
    """The words of an operationId, without its path and method where they follow its own words.

    FastAPI writes them so: `list_items_v1_items_get`.
    """
    words = words_of(name_in(operation_id))
    added = (*words_of(path), method.lower())
    return words[: -len(added)] if words[-len(added) :] == added else words
