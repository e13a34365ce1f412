"""Lower operations: parameters, bodies, responses and streams."""
