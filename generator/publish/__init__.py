"""Artifacts to files, all or nothing."""
