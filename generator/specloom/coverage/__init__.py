"""Which operations the documents declare and the generated package reaches."""
