"""Where each part of a package is, and which parts of the IR it uses."""
