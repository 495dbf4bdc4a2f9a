"""One module a format: file to records. Imports errors, text, model and config."""
