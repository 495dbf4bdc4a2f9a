"""Scripts that learn the numbers in generator/weights from public data; no build needs them."""
