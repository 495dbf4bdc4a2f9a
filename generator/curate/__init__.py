"""Records to one corpus: merging, links, topics. Imports errors, text, model and config."""
