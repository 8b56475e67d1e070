"""Three browsers behind one small interface, which is in ``tab``; each other file drives one browser.

A test with the fixture ``tab`` runs once in each browser, in a tab with its own storage. Mark a test with
``@pytest.mark.engines("firefox", "webkit")`` to run it in some of them only.
"""

from tests.e2e.engines.tab import Engine, EngineError, Tab

ENGINES = ("chromium", "firefox", "webkit")

__all__ = ["ENGINES", "Engine", "EngineError", "Tab"]
