"""How somebody is asked to hand a secret over, in English: see the package."""

from __future__ import annotations

_CODE = r"(?<!qr )(?<!file )(?<!case )(?<!record )(?<!reference )(?<!bar )(?<!postal )(?<!this )code\b"
_SURE = (
    r"(?:passwords?\b|passcodes?\b|\bpin\b|\botp\b|\bcv[vc]\b"
    r"|(?:one-time|verification|confirmation|security|access|sms|pin) code"
    r"|digits (?:in|from) (?:the|your) (?:message|sms|text)|digits (?:that )?you (?:have )?(?:received|got)"
    r"|numbers? (?:in|from) (?:the|your) (?:message|sms|text)|verification numbers?"
    r"|(?:read|see)s? (?:out )?(?:(?:the|your) (?:text )?(?:message|sms)\b|what the message))"
)
SECRET = rf"(?:{_SURE}|{_CODE})"
SIGNS = (
    "code", "password", "digits", "number", "message", "sms", "text", "pin", "otp", "cvc", "cvv",
)  # fmt: skip

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
REPORTED = rf"\b(?:asks?|asked|wants?|tells?|told|makes?) (?:\w+ ){{0,2}}?(?:to )?(?={_GIVES_WORDS})"
ONLY_ASKED = r"\b(?:did|do|does|have|has|is|are|was|who|what|which|any\w+)\b"

OTHER = (
    r"\b(?:officers?|staff|clerks?|volunteers?|helpers?|agents?|receptionists?|guards?|doctors?|nurses?"
    r"|officials?|police|callers?|bank(?! (?:code|password|otp|card))"
    r"|ward|desk|front desk|son|daughter|grandson|granddaughter|child|children|neighbours?|person|people"
    r"|somebody"
    r"|someone|anybody|anyone|whoever|they|them|him|her|us|me|counter|reception|zalo|facebook|group|email"
    r"|e-mail"
    r"|chat|form|1900)\b"
    r"|\bso (?:that )?(?:the|your|an?) (?!phone\b|code\b|app\b)\w+ (?:can |may )?(?:sees?|reads?|knows?"
    r"|checks?|copy|copies)\b"
)
EXCUSED = (
    r"\b(?:not|no|never|nobody|none|nothing|without|cannot|nor|yourself|own|only they|swindlers?|scam\w*"
    r"|fraud\w*"
    r"|hang up|stop|close|forg[eo]t\w*|lost|i keep|gave|chang\w+|reset|set|unlock|new|how|where|scan\w*"
    r"|look away|you alone|typed|threat\w*|turn\w* (?:your face )?away"
    r"|to yourself|if you have|already|page that asks|(?:if|once) (?:some|any)(?:body|one) (?:knows|saw"
    r"|has seen)|sent to you|bank sends)\b|n’t\b"
)
COMFORT = (
    r"(?:\b(?:do not|never)|\bdon’t) (?:worry|hesitate|be (?:afraid|shy))\b|\bno (?:problem|worry|worries)\b"
)
SPOKEN = r"\b(?<!they )(?<!caller )(?<!who )(?:say|tell|answer|reply|text|write|read)\b[^“”.;]{0,40}$"
