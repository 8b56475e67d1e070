"""A saved mail (.eml) as its subject and text, by the standard library's parser; attachments are left out."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import MIMEPart

from youten.documents.encoding import decode
from youten.markup import Notation


def read_mail(data: bytes) -> tuple[str, str, Notation] | None:
    """Return the subject and the text of a mail with its notation; None for data that is no whole mail."""
    try:
        mail = message_from_bytes(data, policy=policy.default)
        body = mail.get_body(("plain", "html"))
        if body is None or not mail.keys():
            return None
        text = _content(body)
        notation: Notation = "html" if body.get_content_subtype() == "html" else ""
        return str(mail.get("subject", "")).strip(), text, notation
    except (AttributeError, LookupError, TypeError, ValueError):  # the parser is strict about some headers
        return None


def _content(body: MIMEPart) -> str:
    """Return a part's text: in the charset that it names, else in the one its bytes are in."""
    payload = body.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(body.get_content_charset() or "utf-8").replace("\r\n", "\n")
    except (LookupError, UnicodeDecodeError):
        return decode(data, "").text
