"""Florilegium turns a pile of paper abstracts into a static research digest."""
