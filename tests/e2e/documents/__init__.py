"""Documents for the tests, generated from code, so that all their bytes are visible and never change."""

from tests.e2e.documents.docx import archive, docx
from tests.e2e.documents.pdf import pdf, scanned_pdf

__all__ = ["archive", "docx", "pdf", "scanned_pdf"]
