"""The language of the interface: what pages, scripts and letters say of themselves."""
