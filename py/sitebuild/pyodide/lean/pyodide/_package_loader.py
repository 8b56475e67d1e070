"""Has the two folders that Pyodide's script asks for at each start, and loads nothing."""


class Folder:
    """A path, of which the script calls `__str__`."""

    def __init__(self, path):
        self.path = path

    def __str__(self):
        return self.path


SITE_PACKAGES = Folder("/lib/python3.14/site-packages")
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages():
    """Do nothing: there are none."""
