"""The command line of a package, which calls the methods of its client."""
