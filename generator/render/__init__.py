"""Pages to artifacts, through Jinja. Imports everything below, never emit."""
