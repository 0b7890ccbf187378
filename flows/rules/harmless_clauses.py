"""Sentences that name a secret beside somebody else and ask for nothing: each clause is of a listed sort.

“Mã về chậm, bác gọi 1900 0368”: in one clause the secret comes, is typed or is wrong; in another somebody is
called, waited for or looks away. Every clause must be listed from its first word to its last: whatever else
is said there, if only “… rồi bác đọc”, is judged as before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from flows.words import Language

_CLAUSES: Mapping[Language, str] = {
    "vi": r"[,;:]| (?=(?:rồi|thì|khi|lúc|vì) )",
    "en": r"[,;:]| (?=(?:and|then|when) )",
    "fr": r"[,;:]| (?=(?:et|puis|quand) )",
}
_SECRET: Mapping[Language, str] = {
    "vi": r"(?:mật khẩu(?: vneid)?|passcode|mã(?: (?:otp|pin|số|xác (?:thực|nhận|minh)))?)(?: (?:mới|cũ))?",
    "en": r"(?:(?:the|your|a|an) )?(?:\w+ )?(?:passwords?|passcodes?|pin|otp|code)(?: code)?",
    "fr": r"(?:(?:le|la|votre|un|des) )?(?:mots? de passe|passcode|code)(?: (?:pin|otp))?",
}
_SOMEBODY: Mapping[Language, str] = {
    "vi": r"(?:cán bộ|công an(?: phường)?|ngân hàng|nhân viên(?: ngân hàng)?|tình nguyện viên"
    r"|con|cháu|người nhà|tổng đài"
    r"|mọi người|(?:tổng đài )?1900[\d ]*)",
    "en": r"(?:(?:(?:the|your|a|an) )?(?:ward )?(?:officers?|staff|volunteer|bank|police|son|daughter|people"
    r"|1900[\d ]*))",
    "fr": r"(?:(?:(?:le|la|l’|les|votre|un) ?)?(?:agent|bénévole|banque|police(?: du quartier)?"
    r"|fils|fille|gens"
    r"|1900[\d ]*))",
}
_HARMLESS: Mapping[Language, tuple[str, ...]] = {
    "vi": (
        # what becomes of the secret, on the phone of whoever reads this
        r"(?:(?:bác|một mình) )*(?:tự )?(?:gõ|nhập) (?:sai |đúng "
        r"|lại )?S(?: (?:vào ô(?: trống)?|trên máy của bác"
        r"|một mình|xong|ngay|\w+ lần|của mình))*",
        r"(?:bác )?gõ (?:vào ô(?: trống)?|ngay|lại)",
        r"(?:sai|nhầm) S(?: \w+ lần)?",
        r"S (?:về|đến) (?:chậm|muộn|lâu)|S có hạn \d+ phút",
        r"(?:ngân hàng|tổng đài|vneid|hệ thống) (?:sẽ )?(?:gửi|nhắn) S(?: (?:qua|bằng) tin nhắn)?",
        r"S gửi về (?:số )?(?:điện thoại )?của (?:bác|con)|bác nhờ con mang máy đến",
        r"O cấp (?:lại )?S(?: (?:tại|ở) (?:quầy|phường))?",
        r"bác hỏi O xem số điện thoại nhận S là số nào",
        r"ai (?:gọi (?:điện )?(?:đến )?)?(?:xin|đòi|hỏi) S(?:,| thì) bác (?:báo"
        r"|gọi)(?: ngay)? công an(?: phường)?",
        # what somebody else is there for
        r"(?:bác )?(?:xin|nhờ) O hướng dẫn(?: lấy lại S)?",
        r"(?:(?:xong|bác|mới|lại|cần gì|hãy|ngay|ra quầy) )*(?:gọi|ra|đến)(?: ngay)? (?:O"
        r"|quầy)(?: (?:lại|ngay"
        r"|xem giúp bước sau))?",
        r"bác ra (?:phòng giao dịch )?ngân hàng (?:nhờ mở lại thẻ|lấy thẻ và S)|O giúp bác lấy lại S",
        r"bác nhờ O xem máy có sóng để nhận S|bác mời người bên cạnh đứng xa ra",
        r"(?:bác )?(?:ngồi |đứng )?(?:chờ|đợi)(?: ở quầy| một lát)*(?: O duyệt(?: hồ sơ)?)?|ra quầy|một lát",
        r"O (?:(?:đứng|ngồi) (?:bên|cạnh)(?: bác)?|nhìn (?:ra ngoài"
        r"|chỗ khác))(?: nhìn (?:ra ngoài|chỗ khác))?",
        r"bác ngồi quay lưng lại với mọi người",
    ),
    "en": (
        r"(?:you )?(?:type|enter) (?:S|it)(?: (?:yourself|in|into|on|the|your|box|own|phone))*",
        r"after \w+ wrong S|S comes late|S (?:is|are) (?:wrong|in the box|slow to come)",
        r"(?:the )?(?:bank|app|system) (?:texts|sends) you S|O can give you S at the counter",
        r"ask O which (?:phone )?number receives S",
        r"(?:somebody|someone) (?:calls and )?wants S: tell (?:the )?(?:ward )?police",
        r"(?:go to|call) O(?: for the next step| at once)?|show O the page that opens",
        r"wait for O to approve(?: the file)?|ask O whether the phone has signal|O may stand beside you",
        r"sit with your back to people",
    ),
    "fr": (
        r"(?:vous )?(?:tapez|entrez|saisissez)(?:-le)?(?: S)?(?: (?:vous-même|dans la case"
        r"|sur votre téléphone))*",
        r"après \w+ S faux|S (?:est (?:faux|dans la case)|tarde|arrive tard)",
        r"(?:la )?banque envoie S(?: par sms)?|demandez à O quel numéro reçoit S",
        r"(?:allez à|appelez) O(?: pour la suite| tout de suite)?|montrez à O la page ouverte",
        r"attendez l’accord de O|demandez (?:à O|au personnel) si le téléphone capte",
        r"tournez le dos aux gens",
    ),
}
_JOINS = re.compile(r"^(?:rồi|thì|khi|lúc|vì|and|then|when|if|et|puis|quand|si) ")


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    harmless = "|".join(_HARMLESS[language])
    for sign, words in (("S", _SECRET[language]), ("O", _SOMEBODY[language])):
        harmless = re.sub(rf"\b{sign}\b", words.replace("\\", r"\\"), harmless)
    return re.compile(_CLAUSES[language]), re.compile(harmless)


def asks_for_nothing(sentence: str, language: Language) -> bool:
    """Whether each clause of the plain *sentence*, or all of it, is of a listed harmless sort."""
    borders, harmless = _patterns(language)
    if harmless.fullmatch(sentence.strip()):
        return True
    clauses = [_JOINS.sub("", clause.strip()) for clause in borders.split(sentence)]
    return all(harmless.fullmatch(clause) for clause in clauses if clause)
