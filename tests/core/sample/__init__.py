"""A small package of the shape that the generator writes, for the tests of the core."""
