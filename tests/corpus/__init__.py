"""Documents that strangers wrote: what becomes of them, counted."""
