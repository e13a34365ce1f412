"""Test in which modules the resources of shared implementations are."""

from __future__ import annotations

from specloom.python.layout.families import joined_families


def test_few_resources_are_in_the_module_of_the_largest_family() -> None:
    resources = {
        ("v1", "pair"): ["a", "b"],
        ("v1", "many"): ["c", "d", "e", "f"],
        ("v1", "alone"): ["g"],
        ("v1", "three"): ["h", "i", "j"],
        ("v2", "pair"): ["a", "b"],
    }
    classes = {family: {each.upper() for each in names} for family, names in resources.items()}
    assert joined_families(resources, classes) == {
        ("v1", "many"): "many",
        ("v1", "three"): "three",
        ("v1", "pair"): "many",
        ("v2", "pair"): "pair",
    }


def test_classes_of_the_same_name_stay_apart() -> None:
    resources = {
        ("v1", "many"): ["c", "d", "e"],
        ("v1", "pair"): ["a", "b"],
        ("v1", "two"): ["f", "g"],
    }
    classes = {("v1", "many"): {"C", "Items"}, ("v1", "pair"): {"A", "Items"}, ("v1", "two"): {"F"}}
    assert joined_families(resources, classes) == {
        ("v1", "many"): "many",
        ("v1", "pair"): "pair",
        ("v1", "two"): "many",
    }
