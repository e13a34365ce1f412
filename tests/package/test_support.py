"""Test that a version whose support has ended warns once, with the date and what to do."""

from __future__ import annotations

import warnings
from datetime import date

import pytest
from hubspot_crm import v3
from hubspot_crm._core import support

DAY = date(2027, 9, 30)


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(support, "_warned", set())


def warn(today: date) -> None:
    support.warn_after(DAY, version="2026-03", advice="Move to 2026-09.", today=today)


def test_nothing_is_reported_until_the_last_day_is_over() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warn(DAY)


def test_after_it_one_warning_says_when_and_what() -> None:
    with pytest.warns(FutureWarning) as caught:
        warn(date(2027, 10, 1))
        warn(date(2027, 10, 2))
    [warning] = caught
    said = "API version 2026-03 is supported until 2027-09-30. Move to 2026-09."
    assert str(warning.message) == said


def test_a_client_of_a_version_out_of_support_warns(monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> date:
            return date(2027, 9, 1)

    monkeypatch.setattr(support, "date", Later)
    with pytest.warns(FutureWarning) as caught:
        v3.HubSpot("token").close()
    assert any("version v3 is supported until 2027-08-31" in str(w.message) for w in caught)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        v3.HubSpot("token").close()


def test_calls_of_a_version_that_is_used_with_another_warn_by_its_own_date(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Between(date):
        @classmethod
        def today(cls) -> date:
            return date(2027, 3, 30)

    monkeypatch.setattr(support, "date", Between)
    with pytest.warns(FutureWarning) as caught:
        v3.HubSpot("token").close()
    [warning] = caught
    assert "version v4 is supported until 2027-03-29" in str(warning.message)


def test_a_client_says_until_when_it_is_supported() -> None:
    assert "Supported until 2027-08-31" in (v3.HubSpot.__doc__ or "")
