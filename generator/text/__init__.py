"""Pure functions from text to text; imports nothing of ours but errors."""
