"""The words of the command line itself: help, usage and what is wrong with the arguments."""

from youten.cli.messages import en, ja
from youten.messages import Catalogue

say = Catalogue(ja.MESSAGES, en.MESSAGES)

__all__ = ["say"]
