"""Validated input → documents (pure: data in, bytes out)."""
