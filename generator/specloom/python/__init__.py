"""Plan the Python code of a package from the IR. No other package knows about Python code."""
