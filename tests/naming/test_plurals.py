"""Plural words to singular ones."""

from __future__ import annotations

import pytest
from specloom.naming.plurals import singular

WORDS = """
    pets pet, lineItems lineItem, line_items line_item, URLs URL, IDS ID, PEOPLE PERSON, categories category,
    addresses address, statuses status, aliases alias, boxes box, matches match, hashes hash, caches cache,
    databases database, responses response, cases case, indices index, vertices vertex, children child, movies movie,
    cookies cookie, policies policy, keys key, status status, address address, news news, kubernetes kubernetes,
    series series, analysis analysis, data data, s3 s3, is is, x x, quizzes quiz, leaves leaf, heroes hero
"""


@pytest.mark.parametrize("pair", [each.strip() for each in WORDS.split(",")])
def test_singular(pair: str) -> None:
    plural, expected = pair.split()
    assert singular(plural) == expected
    assert singular(expected) == expected
