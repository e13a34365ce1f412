"""Decide what a batch run sends next, and record the result of each input.

Nothing here waits or sends: `run` performs the steps that `BatchRun.work` yields.
"""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Generator, Mapping, Sequence
from typing import Any, TypeAlias, cast

from msgspec import UNSET, Struct
from msgspec.structs import replace

from ..call.request import Arguments
from ..errors import (
    ApiConnectionError,
    ApiStatusError,
    AuthenticationError,
    DecodingError,
    LockedError,
    PermissionDeniedError,
    RateLimitError,
)
from ..errors import OAuthError  # feature: oauth
from ..options import RequestOptions
from ..retries import is_repeatable
from .inputs import Chunk, Intake
from .match import in_order, match, named_by
from .operation import BatchOperation, BatchOptions, is_conflict
from .outcome import BatchItemError, Item, MatchedBy, Outcome, UnansweredError, UnknownReason

# How many requests in a row may be rejected for the same reason before the run ends: then single
# inputs are hardly the cause.
_PATIENCE = 16
# Rejected chunks of this size are sent again as single inputs, larger ones as halves.
_FEW = 8
# Statuses that reject a request as a whole, perhaps because of one input.
_SPLITS = frozenset({400, 409, 413, 414, 422})


class Send(Struct, frozen=True):
    """Send one request. The reply is the decoded response, or the exception that was raised."""

    arguments: Arguments


class Wait(Struct, frozen=True):
    """Wait so many seconds, or until the run is stopped."""

    seconds: float


class Lookup(Struct, frozen=True):
    """Look up inputs. The reply is what `find` returned, or the exception that it raised."""

    inputs: tuple[Any, ...]


Steps: TypeAlias = Generator[Send | Wait | Lookup, Any, None]


class BatchRun(Intake):
    """One call with many inputs.

    One thread takes inputs; the steps of the work on a chunk may run in any thread.

    Raises:
        JournalError: The journal cannot be resumed.
    """

    def __init__(
        self,
        operation: BatchOperation[Any],
        arguments: Arguments,
        inputs: object,
        batching: BatchOptions | None,
        options: RequestOptions | None,
    ) -> None:
        self.operation, chosen = operation, batching or BatchOptions()
        if chosen.single:  # one request, even if it fails
            chosen = dataclasses.replace(chosen, repeats=0, split_refused=False)
        known = operation.batching
        if known.results is None:  # a success may have any body, or none
            self.operation = replace(operation, responses={**operation.responses, 204: object})
        body = cast("Mapping[str, object]", {} if arguments.body is UNSET else arguments.body)
        self._body = _with_matched_property(operation, body)
        self._arguments = arguments
        lower = [limit for name, limit in known.limit_with if body.get(name, UNSET) is not UNSET]
        super().__init__(
            inputs,
            known,
            chosen,
            limit=min([known.limit, *lower]),
            place=f"{operation.method} {arguments.root}{operation.path}",
            is_repeatable=is_repeatable(operation, None if options is None else options.idempotent),
        )
        self._refusal: tuple[object, ...] = ()
        self._refusals = 0

    def find(self, inputs: tuple[Any, ...]) -> Any:
        """Look up inputs with the `find` of the options. Without one, nothing is known of them."""
        return self.options.find(inputs) if self.options.find else [UNSET] * len(inputs)

    def check(self) -> None:
        """Raise the failure of the run, if there was one.

        Raises:
            Exception: What the work on a chunk raised.
        """
        if self.ledger.failure is not None:
            raise self.ledger.failure

    def close(self) -> Outcome[Any, Any]:
        """End the run and return its outcome.

        If the inputs are a collection, those that were not taken are in the outcome too.
        """
        self.ledger.close(self.remaining(), exhausted=self.exhausted)
        return self.ledger.outcome

    # --- requests and responses -----------------------------------------------------------------

    def work(self, chunk: Chunk) -> Steps:
        """Send a chunk, and whatever of it must be sent again, until all of it is settled."""
        todo = deque([chunk])
        while todo:
            chunk = todo.popleft()
            if chunk.is_doubtful:
                todo += yield from self._look_for(chunk)
                continue
            if chunk.tries:
                yield Wait(self.options.repeat_wait * 2 ** (chunk.tries - 1))
            if not self.ledger.sending(chunk.items):
                continue
            answer = yield Send(self._request(chunk.items))
            if not isinstance(answer, Exception):
                self._refusals = 0
                self.ledger.outcome.answers += [answer] if self.options.single else ()
                todo += self._settle(chunk, answer)
            elif self._is_hopeless(answer) and len(chunk.items) > 1:
                if not chunk.may_take_effect:
                    self.ledger.returned(chunk.items)
                self.ledger.stop(answer)
            elif chunks := self._smaller_chunks(chunk, answer):
                if not chunk.may_take_effect:
                    self.ledger.returned(chunk.items)  # it had no effect
                todo.extendleft(reversed(chunks))
            else:
                todo += self._fail(chunk, answer)

    def _request(self, items: Sequence[Item]) -> Arguments:
        inputs = [item.sent for item in items]
        return replace(self._arguments, body={self._batching.inputs: inputs, **self._body})

    def _settle(self, chunk: Chunk, answer: object) -> list[Chunk]:
        """Record what a response reports for each item; return the chunks to send again."""
        results = in_order(self._batching, self._body, chunk.items, answer)
        if results is not None:
            self.ledger.succeeded(chunk.items, results)
            return []
        found = match(self.operation, self._body, chunk.items, answer)
        done = [item for item in chunk.items if item.index in found.results]
        results = [found.results[item.index] for item in done]
        how: list[MatchedBy] = [found.matched_by.get(item.index, "key") for item in done]
        self.ledger.succeeded(done, results, how)
        again: list[Item] = []
        for item in chunk.items if found.errors else ():
            error = found.errors.get(item.index)
            if (
                error is not None
                and chunk.tries < self.options.repeats
                and self._did_nothing(error)
            ):
                again.append(item)
            elif error is not None and chunk.may_take_effect and is_conflict(error):
                found.rest.append(item)  # the lost request may have created it
            elif error is not None:
                self.ledger.failed([item], error)
        self.ledger.returned(again)
        chunks = [replace(chunk, items=again, tries=chunk.tries + 1)] if again else []
        can_repeat = self._is_repeatable and chunk.tries < self.options.repeats
        has_others = self._batching.results is not None and found.unmatched
        if len(found.rest) > 1 and has_others and can_repeat:
            # Several inputs may share a result that has another key. Alone, each one is matched.
            return chunks + [replace(chunk, items=items) for items in _pieces(found.rest)]
        self.ledger.unmatched(found.unmatched)
        return chunks + self._doubt(
            found.rest, chunk, UnansweredError("the response does not contain a result")
        )

    def _did_nothing(self, error: BatchItemError) -> bool:
        """Whether an input may be sent again after this error about it."""
        if error.status in (423, 429) or error.category in self._batching.repeat:
            return True
        return self._is_repeatable and (error.status or 0) >= 500

    def _smaller_chunks(self, chunk: Chunk, error: Exception) -> list[Chunk]:
        """Return the smaller chunks to try after a chunk was rejected as a whole.

        Return none if splitting cannot help or is not wanted.
        """
        if isinstance(error, ApiStatusError) and error.status not in _SPLITS:
            return []
        is_refusal = isinstance(error, (ApiStatusError, TypeError, ValueError))
        if not is_refusal or not self.options.split_refused or len(chunk.items) < 2:
            return []
        culprits, others = self._named(chunk, error)
        pieces = [culprits, others] if culprits and others else _pieces(chunk.items)
        return [replace(chunk, items=items) for items in pieces]

    def _named(self, chunk: Chunk, error: Exception) -> tuple[list[Item], list[Item]]:
        """Return the items that the body of an error names, and the others."""
        named = named_by(self._batching, self._body, chunk.items, getattr(error, "body", None))
        return (
            [item for item in chunk.items if item.index in named],
            [item for item in chunk.items if item.index not in named],
        )

    def _is_hopeless(self, error: Exception) -> bool:
        """Whether so many requests in a row were rejected for one reason that all others will be.

        Conflicts do not count, for each of them may concern another object.
        """
        if not isinstance(error, ApiStatusError) or error.status not in (400, 422):
            return False
        reason = error.status, error.category, error.message, error.details
        self._refusals = self._refusals + 1 if reason == self._refusal else 1
        self._refusal = reason
        return self._refusals >= _PATIENCE and self.options.split_refused

    def _fail(self, chunk: Chunk, error: Exception) -> list[Chunk]:
        """Record that a request failed; return the chunks to send again."""
        unread = isinstance(error, (RateLimitError, LockedError)) or (
            isinstance(error, ApiConnectionError) and not error.maybe_sent
        )
        is_over = isinstance(error, RateLimitError) and error.is_lasting
        # feature: oauth
        if isinstance(error, OAuthError):  # nothing can be sent without a token
            unread, is_over = True, not error.transient
        # end
        if unread:
            self.ledger.returned(chunk.items)
            if chunk.tries < self.options.repeats and not is_over:
                return [replace(chunk, tries=chunk.tries + 1)]
            self.ledger.stop(error)  # later chunks would fail in the same way
        elif chunk.may_take_effect and isinstance(error, ApiStatusError) and is_conflict(error):
            return self._doubt(chunk.items, chunk, error)
        elif isinstance(error, ApiStatusError) and error.status < 500 and error.status != 408:
            culprits, others = self._named(chunk, error)
            self.ledger.failed(culprits or others, error)
            if culprits and not chunk.may_take_effect:
                self.ledger.returned(others)
            if isinstance(error, (AuthenticationError, PermissionDeniedError)):
                self.ledger.stop(error)
        elif isinstance(error, (TypeError, ValueError)):  # raised before anything was sent
            unsendable = BatchItemError(str(error))
            unsendable.__cause__ = error
            self.ledger.failed(chunk.items, unsendable)
        elif isinstance(error, (ApiConnectionError, ApiStatusError, DecodingError)):
            return self._doubt(chunk.items, chunk, error)
        else:
            raise error
        return []

    def _doubt(self, items: list[Item], chunk: Chunk, error: UnknownReason) -> list[Chunk]:
        """Return the chunks to send or look up for items without a reported result.

        If neither is possible, mark the items as unknown.
        """
        if items and chunk.tries < self.options.repeats:
            if self._is_repeatable:
                return [Chunk(items, chunk.tries + 1)]
            if self.options.find is not None:
                return [Chunk(items, chunk.tries, is_doubtful=True)]
        self.ledger.mark_unknown(items, error)
        return []

    def _look_for(self, chunk: Chunk) -> Generator[Lookup | Wait, Any, list[Chunk]]:
        """Look up items; return the chunk of those that certainly do not exist, to send again."""
        yield Wait(self.options.repeat_wait)
        reply = yield Lookup(tuple(item.given for item in chunk.items))
        if isinstance(reply, Exception) or len(reply) != len(chunk.items):
            error = UnansweredError("find did not look up the input")
            error.__cause__ = reply if isinstance(reply, Exception) else None
            self.ledger.mark_unknown(chunk.items, error)
            return []
        found = list(zip(chunk.items, cast("Sequence[object]", reply), strict=True))
        known = [
            (item, result) for item, result in found if not (result is None or result is UNSET)
        ]
        self.ledger.succeeded([item for item, _ in known], [result for _, result in known])
        unclear = [item for item, result in found if result is UNSET]
        self.ledger.mark_unknown(
            unclear, UnansweredError("sent without a response; the result cannot be looked up")
        )
        absent = [item for item, result in found if result is None]
        self.ledger.returned(absent)
        return [Chunk(absent, chunk.tries + 1, may_take_effect=True)] if absent else []


def _pieces(items: list[Item]) -> list[list[Item]]:
    """Return few items one by one, many as halves."""
    size = 1 if len(items) <= _FEW else (len(items) + 1) // 2
    return [items[at : at + size] for at in range(0, len(items), size)]


def _with_matched_property(
    operation: BatchOperation[Any], body: Mapping[str, object]
) -> Mapping[str, object]:
    """Return the body, with the property that results are matched by among the requested ones."""
    batching = operation.batching
    if batching.match_by is None or batching.match_ask is None:
        return body
    member, requested = body.get(batching.match_by), body.get(batching.match_ask)
    if (
        not isinstance(member, str)
        or not isinstance(requested, (list, tuple))
        or member in requested
    ):
        return body
    return {**body, batching.match_ask: [*cast("Sequence[object]", requested), member]}
