"""The version of what is stored."""

__all__ = ["SCHEMA"]

SCHEMA = 1
"""The version of the file format and of the exported JSON."""
