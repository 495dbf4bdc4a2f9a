"""One module a command; the only printer."""
