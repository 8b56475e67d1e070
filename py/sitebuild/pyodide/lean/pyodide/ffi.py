"""Looked up at each start, and not used."""
