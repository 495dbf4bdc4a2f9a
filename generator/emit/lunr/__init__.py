"""Lunr 2.3.9 indexes, byte for byte as lunr.js itself would write them."""
