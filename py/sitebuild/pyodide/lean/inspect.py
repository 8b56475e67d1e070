"""Has the only function of inspect that Pyodide's C code calls, for every function passed to JavaScript."""

CO_COROUTINE = 128


def iscoroutinefunction(function):
    """Return whether a function was defined with `async def`."""
    return bool(getattr(getattr(function, "__code__", None), "co_flags", 0) & CO_COROUTINE)
