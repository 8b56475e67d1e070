"""Pages, documents and pastes as readers have them, with invented contents; see tests/e2e/test_pages.py."""
