"""Three browsers behind one small interface: ``tab`` has it; how each is driven is in the file of its name.

In a test ask for the fixture ``tab``: it runs once in each engine, in a tab with storage of its own. Mark a
test with ``@pytest.mark.engines("firefox", "webkit")`` to run it in some of them only.
"""

from tests.e2e.engines.tab import Engine, EngineError, Tab

ENGINES = ("chromium", "firefox", "webkit")

__all__ = ["ENGINES", "Engine", "EngineError", "Tab"]
