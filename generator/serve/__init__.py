"""The development server: build, watch, rebuild, reload."""
