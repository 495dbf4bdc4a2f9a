"""Which pages there are and what stands on each. Imports errors, text, model and config."""
