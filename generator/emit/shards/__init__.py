"""The search index in pieces, of which a browser fetches only those that a query needs."""
