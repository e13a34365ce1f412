"""`python -m specloom` is the command line."""

from specloom.cli import main

main()
