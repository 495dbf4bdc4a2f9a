"""Downloads from paper services into seeds/, politely; no build needs it."""
