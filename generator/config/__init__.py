"""site.toml as frozen records; imports errors, text and model."""
