"""What is wrong with a document, in words; programs switch on the code."""

from youten.documents.messages import en, ja
from youten.messages import Catalogue

say = Catalogue(ja.MESSAGES, en.MESSAGES)

__all__ = ["say"]
