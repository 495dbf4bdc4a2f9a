"""Issues as mail messages, and how they are sent; no build sends anything."""
