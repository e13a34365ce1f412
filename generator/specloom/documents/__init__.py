"""Files go in; documents of one dialect, corrected, checked and located, come out."""
