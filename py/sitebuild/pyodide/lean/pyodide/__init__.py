"""Stands in for the package without its event loop, and so without asyncio."""
