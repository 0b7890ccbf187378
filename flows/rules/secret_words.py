"""How somebody is asked to hand a secret over: in Vietnamese, English and French.

Written for `flows.rules.mentions.plain` text of one sentence. Before `asks` is searched, a verb of handing
over that is denied (`denied`) or put into somebody else's mouth (`told_of`) is struck out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from flows.words import Language


@dataclass(frozen=True, slots=True)
class SecretWords:
    """Of one language: each a pattern. `gives` are the verbs that `denied` and `told_of` strike out."""

    secret: re.Pattern[str]
    gives: re.Pattern[str]
    denied: re.Pattern[str]
    told_of: re.Pattern[str]
    asks: re.Pattern[str]
    only_asked: re.Pattern[str]


def _vietnamese() -> SecretWords:
    code = (r"mã\b(?! (?:hồ sơ|qr|phiếu|bảo hiểm|bhxh|số thuế|tra cứu|bưu|vạch|ứng dụng|định danh"
        r"|giao dịch|vận đơn"
            r"|bệnh|khách|lịch|hẹn|đơn|cư trú|thủ tục|nguồn|hóa|vuông|này|wi-fi))")  # fmt: skip
    digits = r"(?:\d+|bốn|năm|sáu|tám|dãy|mấy|các) (?:chữ )?số (?:vừa|trong|ở|từ|bí mật)"
    sure = (
        r"(?:mật khẩu|passcode|(?:mã |số )pin\b|otp\b|(?:mã |số )?cv[vc]\b"
        rf"|mã (?:số )?(?:bí mật|bảo mật|xác (?:thực|nhận|minh)|mở khóa)|{digits})"
    )
    secret = rf"(?:{sure}|{code})"
    person = (
        r"(?:cán bộ|công an|nhân viên|tình nguyện viên|bạn|cháu|con|họ|người|anh|chị|cô|chú|em"
        r"|ngân hàng|tổng đài"
        r"|shipper|tổ trưởng|hàng xóm|giao dịch viên|bên kia|ai|chúng tôi|ki-ốt|phường)\b"
    )
    gives = (
        r"\b(?:nhắn|đọc|gửi|chụp|nói|đưa|trao|cho|chuyển|báo|cung cấp|khai|trả lời|tiết lộ|chia"
        r" sẻ|kể|ghi|viết"
        r"|chép|mở|soạn|để|nhờ|lộ|nhập|gõ|điền|giữ)\b"
    )
    tells = (
        r"\b(?:nhắn|đọc|gửi|chụp|nói|đưa|trao|chuyển|báo|cung cấp|khai|trả lời|tiết lộ|chia sẻ"
        r"|kể|ghi|viết|chép"
        r"|mở|soạn)\b"
    )
    near = r"(?:(?! (?:là|rằng|quên|mất|muốn|đổi|về)\b)[^,])"
    to = (
        r"\b(?:cho|với|tới|đến) (?!bác\b|mình\b|riêng|chính|đúng|chắc|kỹ|tiện|nhớ|dễ|máy\b|điện"
        r" thoại|số của bác)\w"
    )
    handles = r"(?:biết|gõ|nhập|đọc|đặt|giữ|ghi|bấm|điền|chụp|chép|nhớ)"
    helps = r"(?:hộ|giúp|giùm)"
    whoever = r"(?!bác\b|mình\b|máy\b)(?:\w+ ){1,5}?"
    ways = (
        rf"{tells}{near}{{0,40}}?{secret}.{{0,50}}?{to}",
        rf"{secret}.{{0,50}}?{tells}.{{0,20}}?(?:{to}|\b(?:đưa|gửi|nhắn|báo) {person})",
        rf"\b(?:cho|để|nhờ) {whoever}(?:{handles}(?: {helps})?(?: bác)?(?: to| lại| giữ)?"
        rf" {secret}|xem {sure})",
        rf"\b{tells[2:]} (?:lại |to )?(?:cho|với) {person}{near}{{0,30}}?{secret}",
        rf"\bcho {person}(?: \w+){{0,3}}? {secret}",
        rf"{secret} cho {person}",
        rf"\b{handles} {helps}(?: \w+){{0,2}}? {secret}",
        rf"\b(?:đọc|nói) (?:to|lớn|rõ)\b.{{0,10}}?{secret}",
        rf"\bbác (?:cứ |hãy |phải |chỉ cần |nhớ )?(?:nhắn|gửi|báo|cung cấp|khai|tiết lộ|chia sẻ"
        rf"|nói)\b{near}{{0,40}}?{secret}",
        rf"\btrả lời\b.{{0,30}}?\bbằng {secret}",
        rf"\b(?:gửi|chuyển|chụp|nhắn|soạn)\b.{{0,40}}?{secret}.{{0,30}}?\b(?:qua|vào|lên|tới"
        rf"|đến) (?:zalo|facebook|nhóm|số|mail)",
        rf"{person}.{{0,20}}?\b(?:gọi|hỏi|xin|bảo|yêu cầu|cần|đòi)\b.{{0,40}}?(?:,|thì) ?bác (?:cứ |hãy )?"
        rf"(?:đọc|nói|báo|gửi|đưa|nhắn|khai)\b.{{0,20}}?{secret}",
    )
    return SecretWords(
        secret=re.compile(secret),
        gives=re.compile(gives),
        denied=re.compile(
            rf"\b(?:không|đừng|chớ|chưa|chẳng|cấm)\b(?: (?!mà\b|nhưng\b|thì\b)\w+){{0,4}}? (?={gives[2:]})"
            rf"(?!\w+ được)"
        ),
        told_of=re.compile(
            r"\b(?:bảo|đòi|yêu cầu|bắt|dụ|giục|muốn|dọa|ép|lừa|xin|hỏi)(?: (?:bác|người|ông|bà"
            r"|mình|cụ))?(?: phải)? "
            rf"(?={gives[2:]})"
        ),
        asks=re.compile("|".join(ways)),
        only_asked=re.compile(r"\b(?:đã|chưa|phải không|có .*không|ai|gì|nào|sao)\b(?!.*được không)"),
    )


def _english() -> SecretWords:
    code = r"(?<!qr )(?<!file )(?<!case )(?<!record )(?<!reference )(?<!bar )(?<!postal )(?<!this )code\b"
    sure = (
        r"(?:passwords?\b|passcodes?\b|\bpin\b|\botp\b|\bcv[vc]\b|(?:one-time|verification"
        r"|confirmation|security|access|sms|pin) code"
        r"|digits (?:in|from) the (?:message|sms|text))"
    )
    secret = rf"(?:{sure}|{code})"
    gives = (
        r"\b(?:read|tell|send|give|text|show|share|say|dictate|hand|forward|provide|reveal"
        r"|repeat|spell|message"
        r"|disclose|let|have|ask|report)\b"
    )
    tells = gives.replace("|let|have|ask", "").replace("|show", "")
    near = r"(?:(?! (?:that|forgot|forgotten|about|how|lost|whether)\b).)"
    to = (
        r"\b(?:to|with) (?!you\b|yourself\b|no\b|nobody\b|none\b|your (?:own|phone)\b|see|get|the"
        r" phone|enter|type|sign)\w"
    )
    ways = (
        rf"{tells}{near}{{0,50}}?{secret}.{{0,40}}?{to}|\bshow\b{near}{{0,50}}?{sure}.{{0,40}}?{to}",
        rf"\b(?:tell|give|send|show|text|hand|read|lend) (?!yourself)(?:them|him|her|us|me"
        rf"|(?:the|your|a|an|that|this) \w+"
        rf"|staff|\w+ staff|volunteers?){near}{{0,30}}?{secret}",
        rf"\b(?:let|have|ask|allow|get) (?!you\b).{{1,30}}?\b(?:type|enter|see|know|read|keep"
        rf"|set|fill|note)\b.{{0,20}}?{secret}",
        rf"\b(?:read|say)\b.{{0,30}}?{secret}[^,]{{0,20}}?\b(?:aloud|out loud)\b",
        rf"\b(?:read|say)\b.{{0,6}}?(?:aloud|out loud).{{0,20}}?{secret}",
    )
    return SecretWords(
        secret=re.compile(secret),
        gives=re.compile(gives),
        denied=re.compile(
            rf"(?:\b(?:not|never|nobody|no one|without|cannot|nor)\b|n’t\b)(?: (?!but\b"
            rf"|instead\b)[\w’-]+){{0,4}}? (?={gives[2:]})"
            rf"|(?={gives} no\b)"
        ),
        told_of=re.compile(
            rf"\b(?:asks?|asked|wants?|tells?|told|makes?) (?:\w+ ){{0,2}}?(?:to )?(?={gives[2:]})"
        ),
        asks=re.compile("|".join(ways)),
        only_asked=re.compile(r"\b(?:did|do|does|have|has|is|are|was|who|what|which|any\w+)\b"),
    )


def _french() -> SecretWords:
    code = (
        r"\bcode\b(?! (?:qr|du dossier|de dossier|postal|de suivi|de référence|barres))(?<!qr"
        r" code)(?<!ce code)"
    )
    sure = (
        r"(?:mots? de passe\b|passcode\b|\botp\b|\bcv[vc]\b|code (?:pin|otp|secret|confidentiel"
        r"|reçu|de (?:vérification|confirmation"
        r"|sécurité))|chiffres (?:du|dans le) (?:message|sms))"
    )
    secret = rf"(?:{sure}|{code})"
    gives = (
        r"\b(?:lisez|dites|donnez|envoyez|montrez|communiquez|transmettez|transférez|dictez"
        r"|confiez|partagez|indiquez"
        r"|remettez|fournissez|laissez|faites|lire|dire|donner|envoyer|montrer|communiquer"
        r"|transmettre|transférer"
        r"|dicter|confier|partager|remettre|fournir|laisser|répétez|écrivez|notez)\b"
    )
    tells = re.sub(r"montrez\||montrer\||laissez\||laisser\||faites\|", "", gives)
    near = r"(?:(?! (?:que|oubli\w*|comment|si)\b).)"
    to = (
        r"\b(?:à (?!vous\b|voix\b|l’abri|l’écran|usage|\d)|aux? (?!milieu|téléphone)|par (?:sms"
        r"|zalo|mail|téléphone))"
    )
    ways = (
        rf"{tells}{near}{{0,50}}?{secret}.{{0,40}}?{to}|\bmontrez\b{near}{{0,50}}?{sure}.{{0,40}}?{to}",
        rf"{gives}[- ](?:lui|leur|moi|nous)\b{near}{{0,30}}?{secret}",
        rf"{tells} (?:à|au|aux) {near}{{1,40}}?{secret}",
        rf"\b(?:laiss(?:ez|er)|faites|faire|demandez à)\b.{{1,30}}?\b(?:taper|saisir|lire|noter"
        rf"|garder|entrer|écrire)\b.{{0,20}}?{secret}",
        rf"{gives}.{{0,30}}?{secret}.{{0,20}}?à (?:haute voix|voix haute)",
    )
    return SecretWords(
        secret=re.compile(secret),
        gives=re.compile(gives),
        denied=re.compile(
            rf"(?:\bne |\bn’|\bsans |\bjamais )(?:(?:le|la|les|l’|lui|leur|jamais|pas)"
            rf" ?){{0,2}}(?={gives[2:]})"
        ),
        told_of=re.compile(
            rf"\b(?:demand|exig|veu|veul|propos)\w* (?:\w+ ){{0,2}}?(?:de |à )(?:(?:le|la|les)"
            rf" )?(?={gives[2:]})"
        ),
        asks=re.compile("|".join(ways)),
        only_asked=re.compile(r"\bavez-vous|\ba-t-|\best-ce|\bqui\b|\bquel|-(?:il|elle|on)s?\b"),
    )


_OF: Mapping[Language, Callable[[], SecretWords]] = {"vi": _vietnamese, "en": _english, "fr": _french}


@cache
def secret_words(language: Language) -> SecretWords:
    """Compiled when a guide first speaks of a secret: most starts of a test or a command need none."""
    return _OF[language]()
