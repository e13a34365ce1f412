"""The part of this package that is written by hand: requests out, typed answers in."""
