"""Makes named tuples as the standard library does; annotations mean nothing at run time.

Source: `typing.NamedTupleMeta` of CPython 3.14. Modules must use `from __future__ import annotations`.
"""

from collections import namedtuple

SPECIAL = {
    "__annotations__",
    "__doc__",
    "__firstlineno__",
    "__module__",
    "__qualname__",
    "__static_attributes__",
}


class Form:
    """Another name of a type: it may be called, indexed, joined with `|`, and knows its index."""

    arguments = ()
    __iter__ = None

    def __call__(self, *_arguments, **_named):
        return self

    def __getitem__(self, item):
        made = Form()
        made.arguments = item if isinstance(item, tuple) else (item,)
        return made

    def __or__(self, _other):
        return self

    __ror__ = __or__


def __getattr__(name):
    """Return a form for a name of a type; functions must be here."""
    if not name[0].isupper():
        raise AttributeError(name)
    return Form()


def get_args(form):
    """Return what a form was indexed with."""
    return form.arguments


def cast(_kind, value):
    """Return the value."""
    return value


class Protocol:
    """Base of classes that only annotations use."""


class NamedTupleMeta(type):
    """Makes a named tuple of each class that derives from NamedTuple."""

    def __new__(cls, name, bases, namespace):
        """Return the tuple type with the methods of the class."""
        if not bases:
            return super().__new__(cls, name, bases, namespace)
        fields = list(namespace["__annotations__"])
        defaults = [namespace[field] for field in fields if field in namespace]
        made = namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])
        for key, value in namespace.items():
            if key not in SPECIAL and key not in fields:
                setattr(made, key, value)
        return made


class NamedTuple(metaclass=NamedTupleMeta):
    """Base of classes with annotated fields."""
