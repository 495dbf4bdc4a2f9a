"""The records every stage speaks in; imports only errors and text."""
