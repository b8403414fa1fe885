"""The sample library that a first start opens."""
