"""Which of three languages lacks a denial that both others have in the same sentence.

One translation may say it in other words (“Your bank is not listed”, “banque absente”). Where two languages
deny and the third neither denies nor has a word that may stand for it, a *không* was lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from flows.words import Language

_DENY: Mapping[Language, str] = {
    "vi": r"\b(?:không(?! sao)|đừng|chớ|chưa|chẳng|cấm)\b",
    "en": r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot)\b|n’t\b",
    "fr": r"\b(?:ne|ni|pas|jamais|rien|aucune?|sans|non)\b|\bn’",
}
_MAY_DENY: Mapping[Language, str] = {
    "vi": r"\b(?:không sao|khoan|khỏi|hết|thiếu|tránh|kẻo|miễn|thôi|sai|khác|hỏng|khó|quá|lạ|nhầm"
    r"|quên|chỉ|yên tâm"
    r"|giữ (?:kín|yên)|bỏ (?:khẩu trang|kính|qua)|mất (?:mạng|sóng)|mới hỏi)\b",
    "en": r"\b(?:avoid|refuses?|stop|leave|only|keep|hang up|skip|except|fine|un\w+|mis\w+|dis\w+|wrong"
    r"|fails?|locked|more than|free|lost|too|lacks?|forg[eo]t\w*|less|still)\b",
    "fr": r"\b(?:évit\w+|seul\w*|refus\w+|laissez|gardez|raccrochez|sauf|arrêtez|personne|manque"
    r"|im\w+|in\w+|il\w{3,}|perdu|oubli\w*|faux|mauvais|gratuit\w*|libre|sinon|absente?|bloqué|erreur|peu"
    r"|quel|trop|échoue|difficile|ancien|autre|faible|calme|rarement|plus|dispensée?s?|floues?)\b",
}
_PATTERNS = {one: (re.compile(_DENY[one]), re.compile(f"{_DENY[one]}|{_MAY_DENY[one]}")) for one in _DENY}


def lost_in(said: Mapping[Language, str], *, in_few_words: bool = False) -> Language | None:
    """The one of three languages whose sentence, plain and without names of buttons, lost the denial.

    In few words (“Numéro inconnu”) it is enough that one of the others denies outright.
    """
    if len(said) < len(_PATTERNS) or not all(re.search(r"\w", text) for text in said.values()):
        return None
    denying = [one for one, text in said.items() if _PATTERNS[one][0].search(text)]
    silent = [one for one, text in said.items() if not _PATTERNS[one][1].search(text)]
    return silent[0] if len(silent) == 1 and len(denying) >= (1 if in_few_words else 2) else None
