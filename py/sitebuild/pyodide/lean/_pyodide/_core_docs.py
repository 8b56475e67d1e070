"""Has the names that Pyodide's C code looks up; most of them only to copy their docstrings."""


class InternalError(Exception):
    """An error of Pyodide itself."""


class ConversionError(Exception):
    """A value that cannot be converted."""


class JsNull:
    """Type of the null of JavaScript."""


class JsBigInt(int):
    """A number that becomes a bigint in JavaScript."""


class _JsProxyMetaClass(type):
    """Type of the types that C code makes for JavaScript objects."""


class Documented:
    """Has every method."""

    def __getattr__(self, name):
        """Return something in the place of a documented method."""


jsnull = JsNull()
_instantiate_token = object()


def __getattr__(name):
    """Return a class for a name of one, a function for another name."""
    return (lambda *_arguments: Documented()) if name[0].isupper() else ignore


def ignore():
    """Do nothing."""
