"""Distinguish verbs from nouns in the segments of a path, and plural nouns from singular ones."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_WORDS = re.compile(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+|[^\W\d_a-zA-Z]+")

VERBS = frozenset("""
    abort accept acknowledge activate add adjust advance allocate analyze annotate anonymize answer append apply
    approve archive ask assign attach authenticate authorize backup ban bind block bookmark boost broadcast
    build bulk buy calculate call cancel capture categorize charge check checkout claim clean clear clone close
    collect combine commit compact compare compile complete compress compute configure confirm connect convert
    copy count create cut deactivate deauthorize debit decline decode decrypt delete deliver demote deny deploy
    deprecate describe destroy detach detect dial disable discard disconnect discover dismiss dispatch dispute
    dissolve distribute download draft duplicate edit embed emit empty enable encode encrypt end enforce enqueue
    enrich enroll escalate estimate evaluate exchange exec execute exit expand expire export extend extract fail
    favorite favourite feed fetch finalize find finish flag flush follow forget forgot fork format forward
    fulfill fund generate get grant handle hangup hide hold ignore import improve increment index infer ingest init
    initialize initiate insert inspect install introspect invalidate invite invoke issue join kick kill launch
    leave like link list load locate lock login logout lookup map mark match merge migrate modify move mute
    notify open optimize pair parse patch pause pay peek pin ping place play poll post predict prepare present
    preview print process promote propose provision prune publish pull purchase purge push put query queue quit quote
    reactivate read rebase reblog reboot rebuild recalculate recognize recommend reconcile reconnect record
    recover rectify recycle redact redeem redeploy refine refresh refund regenerate register reindex reject
    refer release reload relocate remix remove rename render renew reopen reorder repeat replace replay reply request
    requeue rerank rerequest rerun resend reserve reset resize resolve restart restore resubmit resume retest
    retry return reveal reverse revert review revise revoke rollback rotate run save scale scan schedule
    screenshot search seek select sell send serve set setup share ship shorten shuffle shutdown sign signin
    signout signup simulate skip snooze sort speak split star start stop stream submit subscribe substitute
    succeed suggest suspend swap switch sync synchronize tag terminate test toggle touch track train transcribe transfer
    transform translate trigger truncate unapply unarchive unassign unban unbind unblock unbookmark undelete
    undo unenroll unfavorite unfavourite unfollow unhide unhold uninstall unlike unlink unlock unmute unpair
    unpause unpin unpublish unreblog unregister unset unshare unsilence unstack unstar unsubscribe unsuspend
    update upgrade upload upsert vacuum validate verify visualize void vote wait wake warm watch wipe withdraw
    write
    """.split())
"""Verbs that can be a segment, or its first word."""

NOUNS_TOO = frozenset("""
    advance archive backup block bookmark boost broadcast build call check checkout claim copy cut debit dispute
    download draft end exchange export flag fork fund hold import invite issue like link load lock map match
    note open patch pin place play post present process purchase quote read record refund release request return review
    scale schedule screenshot setup share sign snooze sort split star start stop switch sync tag test touch
    track train transfer trigger vote watch
    """.split())
"""Verbs that are nouns too: `GET /orders/{id}/refund` returns a refund, `POST` makes one."""

NOUNS_BEFORE = frozenset("login logout signin signup".split())
"""Verbs that are nouns before a plural, as in `login_links`."""

REMOVING = frozenset("""
    abort archive cancel clean clear delete destroy detach disable disconnect discard dismiss dissolve empty flush
    kick kill leave logout prune purge recycle reject remove reset revoke stop terminate undo wipe withdraw
    """.split())
"""Verbs for a DELETE, besides those that begin with un-. Others are nouns, as in `DELETE /posts/{id}/like`."""

ASKED = frozenset("""
    browse calculate check compare compute count describe diff download estimate evaluate explain export fetch
    find get list lookup preview query read search suggest validate verify
    """.split())
"""Verbs for a GET. Others are nouns, as in `GET /posts/{id}/like`."""

GOT = frozenset("content contents count exists health me myself ping version whoami".split())
"""Nouns that are the name of the method of a GET."""

SINGULAR = frozenset("""
    access address alias analysis analytics atlas basis bonus bus business campus canvas census chaos class
    consensus corpus cors credentials css diagnosis details dns focus gas gps has head https is lens logistics
    metadata metrics news options os pass permissions preferences process progress properties sales series
    settings sms sns sqs ssh starts statistics stats status success synopsis this tls trellis us virus vms
    """.split())
"""Singular words that end in an s."""

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
"""Verbs of operationIds by HTTP method, and the verbs of calls for them; "" for the same verb."""


EITHER = frozenset({("create", "or", "update"), ("create", "or", "replace")})
"""Verbs of operationIds that consist of several words."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Split a name into words in lower case.

    For example, `postMessage` and `post-message` give post, message.
    """
    return tuple(word.lower() for word in _WORDS.findall(text))


def plain(text: str) -> str:
    """Return a name in snake case, for comparisons."""
    return "_".join(words_of(text))


def is_verb(segment: str, method: str, operation_id: str = "") -> bool:
    """Return whether a segment of a path is a verb: `search`, `set-default-version`, `gdpr-delete`.

    A word that can also be a noun is a noun if the operationId has another verb, such as `createRefund`
    for `/refund`.
    """
    words = list(words_of(segment))
    if not words:
        return False
    own = own_verb(operation_id, method)
    if own and own not in words and (len(words) > 1 or words[0] in NOUNS_TOO):
        return False
    if method in ("HEAD", "OPTIONS", "TRACE"):
        return False
    if method == "DELETE":
        return bool({words[0], words[-1]} & (REMOVING - NOUNS_TOO)) or _is_undone(words[0])
    if len(words) == 1:
        if method == "GET":
            return words[0] in GOT or words[0] in ASKED
        return words[0] in VERBS
    if method == "GET":
        return words[0] in ASKED
    return _is_phrase(words, method)


def _is_phrase(words: Sequence[str], method: str) -> bool:
    """Return whether several words begin or end with a verb.

    Most first words that can also be nouns are nouns before a plural: `refund_payment` is a phrase, and
    `transfer_reversals` is not.
    """
    first, last = words[0], words[-1]
    if last in VERBS - NOUNS_TOO and (method == "POST" or last != "list"):
        return True
    if first in NOUNS_TOO:
        return method == "POST" and not is_plural(last)
    return first in VERBS and not (first in NOUNS_BEFORE and is_plural(last))


def _is_undone(word: str) -> bool:
    return word.startswith("un") and word in VERBS


def is_plural(segment: str) -> bool:
    """Return whether a segment is a plural."""
    words = words_of(segment)
    last = words[-1] if words else ""
    if last in SINGULAR or last.endswith(("ss", "us", "is")):
        return False
    return last in PLURAL or (last.endswith("s") and len(last) > 2)


def own_verb(operation_id: str, method: str) -> str:
    """Return the verb that an operationId begins with, if it agrees with the HTTP method; "" for none.

    A word may precede it, as in `openai_list_models`, or a class, as in `UserController_list`.
    """
    words = words_of(name_in(operation_id))
    known = OWN.get(method, {})
    for index, word in enumerate(words[:2]):
        if word in known:
            both = words[index : index + 3]
            return "_".join(both) if both in EITHER else known[word] or word
        if word in VERBS and word not in NOUNS_TOO:
            break
    return ""


def name_in(operation_id: str) -> str:
    """Return the part of an operationId that is a name, or "" if the operationId repeats the path."""
    if re.search(r"[{}\s]", operation_id) or operation_id.count("/") > 1:
        return ""
    last = re.split(r"[./#:]", operation_id)[-1]
    head, _, rest = last.partition("_")
    return rest if rest and head.endswith(("Controller", "Api", "Service", "Resource")) else last


def name_words(operation_id: str, method: str, path: str) -> tuple[str, ...]:
    """Return the words of an operationId, without the path and method that FastAPI appends.

    `list_items_v1_items_get` gives list, items.
    """
    words = words_of(name_in(operation_id))
    added = (*words_of(path), method.lower())
    return words[: -len(added)] if words[-len(added) :] == added else words
