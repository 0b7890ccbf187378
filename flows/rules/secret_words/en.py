"""How somebody is asked to hand a secret over, in English: see the package."""

from __future__ import annotations

_CODE = r"(?<!qr )(?<!file )(?<!case )(?<!record )(?<!reference )(?<!bar )(?<!postal )(?<!this )code\b"
_SURE = (
    r"(?:passwords?\b|passcodes?\b|\bpin\b|\botp\b|\bcv[vc]\b"
    r"|(?:one-time|verification|confirmation|security|access|sms|pin) code"
    r"|digits (?:in|from) the (?:message|sms|text))"
)
SECRET = rf"(?:{_SURE}|{_CODE})"

_TELLS_WORDS = (
    r"(?:read|tell|send|give|text|share|say|dictate|hand|forward|provide|reveal|repeat|spell|message"
    r"|disclose|report|lend)\b"
)
_GIVES_WORDS = rf"(?:(?:show|let|have|ask|allow|get)\b|{_TELLS_WORDS})"
GIVES = rf"\b{_GIVES_WORDS}"
_TELLS = rf"\b{_TELLS_WORDS}"
_PERSON = (
    r"(?:them|him|her|us|me|(?:the|your|a|an|that|this) (?!message|text|sms|page|screen|number"
    r"|letter|line)\w+|staff|\w+ staff|volunteers?)(?! (?:if|that|when)\b)"
)
_NEAR = r"(?:(?! (?:that|forgot|forgotten|about|how|where|if|lost|whether|no)\b).)"
_TO = (
    r"\b(?:to|with) (?!you\b|yourself\b|no\b|nobody\b|none\b|your (?:own|phone)\b|see|get|the"
    r" phone|enter|type"
    r"|sign|read|the end)\w"
    r"|\bfor (?:him|her|them|the \w+ (?:to|\.)|(?:the|your) (?:clerk|officer|staff|bank|police"
    r"|caller|volunteer)\b)"
)
_HANDLES = r"\b(?:type|enter|see|know|read|keep|set|fill|note)\b"

ASKS = (
    rf"{_TELLS}{_NEAR}{{0,50}}?{SECRET}.{{0,40}}?(?:{_TO})",
    rf"\bshow\b{_NEAR}{{0,50}}?{_SURE}.{{0,40}}?(?:{_TO})",
    rf"{SECRET}.{{0,40}}?\b(?:read|send|give|tell|text|hand|say|forward|show) (?:it|them) (?:{_TO})",
    rf"\b(?:tell|give|send|show|text|hand|read|lend) (?!yourself){_PERSON}{_NEAR}{{0,30}}?{SECRET}",
    rf"\b(?:let|have|ask|allow|get) (?!you\b){_NEAR}{{1,30}}?{_HANDLES}{_NEAR}{{0,20}}?{SECRET}",
    rf"\breply\b.{{0,40}}?\bwith\b.{{0,20}}?{SECRET}",
    rf"\b(?:read|say)\b.{{0,30}}?{SECRET}[^,]{{0,20}}?\b(?:aloud|out loud)\b",
    rf"\b(?:read|say)\b.{{0,6}}?(?:aloud|out loud).{{0,20}}?{SECRET}",
)
DENIED = (
    rf"(?:\b(?:not|never|nobody|no one|without|cannot|nor)\b|n’t\b)(?: (?!but\b"
    rf"|instead\b)[\w’-]+){{0,4}}? (?={_GIVES_WORDS})"
    rf"|(?=\b{_GIVES_WORDS} no\b)"
)
TOLD_OF = rf"\b(?:asks?|asked|wants?|tells?|told|makes?) (?:\w+ ){{0,2}}?(?:to )?(?={_GIVES_WORDS})"
ONLY_ASKED = r"\b(?:did|do|does|have|has|is|are|was|who|what|which|any\w+)\b"
