"""The built site's search, answered in Python as the browser answers it."""
