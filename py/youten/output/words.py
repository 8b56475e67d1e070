"""The words of a box. They are always Japanese, because the box belongs to a Japanese article."""

from __future__ import annotations

LABEL = "AI要約"
METHOD = "抽出型・端末内で処理"
KEY_PHRASES, SEPARATOR = "キーワード", "、"
