"""Texts that are made to break things, and what must hold for each of them."""
