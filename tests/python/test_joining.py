"""Join modules of resources."""

from __future__ import annotations

from specloom.python.layout.joining import FEW, join_modules


def test_what_versions_share_of_a_resource_is_in_its_module() -> None:
    extended = {"a._files": set[str](), "a.files": {"a._files"}, "b.files": {"a._files"}}
    assert join_modules(extended, {"a._files": 20}) == {"a._files": "a.files"}
    extended = {"a._lists_across_versions": set[str](), "a.lists": {"a._lists_across_versions"}}
    assert join_modules(extended, {"a._lists_across_versions": 20}) == {
        "a._lists_across_versions": "a.lists"
    }


def test_a_resource_with_modules_of_its_own_is_not_joined() -> None:
    extended = {"a._repos": set[str](), "a.repos": {"a._repos"}, "a.repos.tags": set[str]()}
    assert join_modules(extended, {"a._repos": 20}) == {}


def test_small_modules_of_a_version_are_one_module() -> None:
    extended: dict[str, set[str]] = {
        "a._cats": set(),
        "a._dogs": set(),
        "a._large": set(),
        "a._with_cats": {"a._cats"},
        "a._with_dogs": {"a._dogs"},
        "b._cats": set(),
    }
    assert join_modules(extended, {"a._cats": 1, "a._dogs": FEW, "a._large": FEW + 1}) == {
        "a._cats": "a._shared",
        "a._dogs": "a._shared",
        "a._with_cats": "a._with_shared",
        "a._with_dogs": "a._with_shared",
    }


def test_modules_that_would_import_each_other_are_not_joined() -> None:
    extended = {
        "a._cats": set[str](),
        "a._pets": {"a._cats"},
        "a.cats": {"a._pets", "a._cats"},
    }
    assert join_modules(extended, {"a._cats": 20, "a._pets": 20}) == {}


def test_resources_that_add_little_to_those_of_an_older_version_are_one_module() -> None:
    extended: dict[str, set[str]] = {
        "a.cats": set(),
        "a.dogs": set(),
        "a._birds": set(),
        "b.birds": {"a._birds"},
        "b.cats": {"a.cats"},
        "b.dogs": {"a.dogs", "b._large"},
        "b.own": set(),
        "b._fish": set(),
        "b.fish": {"a.dogs", "b._fish"},
        "b._large": set(),
        "b.large": {"a.dogs"},
    }
    operations = {"b.cats": FEW, "b._fish": FEW + 1, "b._large": 1, "b.large": FEW + 1, "b.own": 1}
    assert join_modules(extended, operations) == {
        "b._fish": "b.fish",
        "b._large": "b.large",
        "b.birds": "b._extended",
        "b.cats": "b._extended",
        "b.dogs": "b._extended",
    }


def test_an_older_version_of_a_resource_is_in_the_module_of_the_newer_one() -> None:
    extended: dict[str, set[str]] = {
        "a.files": set(),
        "a.files_v2": set(),
        "a._files_v2": set(),
        "a.labels_v4": set(),
        "a._labels_v4": set(),
    }
    assert join_modules(extended, dict.fromkeys(extended, FEW + 1)) == {
        "a.files_v2": "a.files",
        "a._files_v2": "a.files",
        "a._labels_v4": "a.labels_v4",
    }
