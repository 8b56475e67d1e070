"""Janome gets a logger when it is imported; it only uses it when a dictionary is compiled."""

WARN = 30


class Silent:
    """A logger, handler or formatter that does nothing."""

    def __init__(self, *_arguments):
        pass

    setLevel = setFormatter = addHandler = debug = info = error = __init__  # noqa: N815


getLogger = StreamHandler = Formatter = Silent  # noqa: N816
