"""The words of a box. Always Japanese: the box belongs to a Japanese article, whatever its reader speaks."""

from __future__ import annotations

LABEL = "AI要約"
METHOD = "抽出型・端末内で処理"
KEY_PHRASES, SEPARATOR = "キーワード", "、"
