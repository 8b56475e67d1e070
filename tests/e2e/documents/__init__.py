"""Documents for the tests, made on the spot: every byte of them is to be seen here, and they never change."""

from tests.e2e.documents.docx import archive, docx
from tests.e2e.documents.pdf import pdf, scanned_pdf

__all__ = ["archive", "docx", "pdf", "scanned_pdf"]
