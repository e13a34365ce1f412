"""A small package like those that the generator writes, for the tests of the core."""
