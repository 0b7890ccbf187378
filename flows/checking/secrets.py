"""A secret is handed to nobody: who was once told to give a password to staff gives it to the next caller who
says that he is. In every language, since the kiosk speaks in one of them only.

Harmless are sentences that name a secret beside somebody else and ask for nothing: each clause is of a listed
sort. “Mã về chậm, bác gọi 1900 0368”: in one clause the secret comes, is typed or is wrong; in another
somebody is called, waited for or looks away. Every clause must be listed from its first word to its last:
whatever else is said there, if only “… rồi bác đọc”, is judged as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from flows.checking.mentions import plain
from flows.checking.secret_words import SecretWords, secret_words
from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.texts import resident_texts
from flows.guide.words import Language

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_SENTENCES = re.compile(r"[^.;?!…]+[?]?")
_WHOLE_SENTENCES = re.compile(r"[^.?!…]+[?]?")
_GO_ON = re.compile(r", bác (?:cứ|hãy|chỉ)|\b(?:mà|nhưng|hãy|rồi|but|instead|then|mais|puis)\b")
"""After this the denial before it holds no longer."""
_CLAUSE_ENDS = re.compile(r"[,:]|\bthì\b")
_LABELS = ("if", "title", "summary")
_STRUCK = "\u2026"


def secrets_are_told_to_nobody(flow: Flow) -> Iterator[Finding]:
    """No sentence asks for a password or a code to be read out, sent, shown or typed by somebody else."""
    texts = list(resident_texts(flow))  # of a guide for volunteers: a question tells of what somebody does
    for language in flow.languages:
        words = secret_words(language)
        said = plain("\0".join(text.in_(language) for _, text in texts)).split("\0")
        for (path, text), one in zip(texts, said, strict=False):
            if not words.is_of_secret(one) or not text.has(language):
                continue
            asked_of_volunteer = flow.audience == "volunteer" and text.vi.endswith("?")
            if not asked_of_volunteer and (
                part := asks_for_secret(
                    text.in_(language), language, is_label=path[-1] in _LABELS or "choice" in path
                )
            ):
                yield Finding("secret-told", Place(f"{language}.toml", path), {"part": part})


def asks_for_secret(text: str, language: Language, *, is_label: bool = False) -> str:
    """What of *text* asks for a secret to be handed over; empty where nothing does.

    A label names a situation in few words (“somebody asks for the code”): there only verbs count.
    """
    words = secret_words(language)
    said = plain(text)
    for sentence in _SENTENCES.findall(_QUOTED.sub(_emptied, said)):
        asked = sentence.endswith("?") and words.only_asked.search(sentence)
        if asked or not words.is_of_secret(sentence):
            continue
        if match := words.asks.search(_without_what_is_denied(sentence, words)):
            return match[0].strip()
    for sentence in () if is_label else _WHOLE_SENTENCES.findall(_without_labels(said, words)):
        if sentence.endswith("?") or not words.is_of_secret(sentence):
            continue
        if _is_with_another(sentence, words) and not asks_for_nothing(sentence, language):
            return str(sentence).strip()
    return ""


def _emptied(quoted: re.Match[str]) -> str:
    """What stands on a button or is to be said is no order; it may end the sentence it stands in."""
    return "“”." if quoted[0][-2:-1] in (".", "!", "?") else "“”"


def _is_with_another(sentence: str, words: SecretWords) -> bool:
    """Somebody else, or a place where it would be handed over, and no denial nor anything that excuses it."""
    plainly = words.comfort.sub(" ", sentence)
    return bool(words.other.search(plainly)) and not words.excused.search(plainly)


def _without_labels(text: str, words: SecretWords) -> str:
    """*text* without the names of buttons; what the resident is to say or to write is judged too."""
    parts, begin = [], 0
    for quoted in _QUOTED.finditer(text):
        before = text[begin : quoted.start()]
        spoken = quoted[0].strip('“”«»" ').rstrip(".!?") if words.spoken.search(before) else ""
        parts += [before, spoken, _emptied(quoted)]
        begin = quoted.end()
    return "".join((*parts, text[begin:]))


def _without_what_is_denied(sentence: str, words: SecretWords) -> str:
    """*sentence* without the verbs of handing over that it forbids or reports of somebody else."""
    for pattern, end in ((words.reported, _CLAUSE_ENDS), (words.denied, _GO_ON)):
        begin = 0
        while match := pattern.search(sentence, begin):
            ends = end.search(sentence, match.end())
            last = ends.start() if ends else len(sentence)
            struck = words.gives.sub(_STRUCK, sentence[match.end() : last])
            begin = match.end() + max(1, len(struck))
            sentence = sentence[: match.end()] + struck + sentence[last:]
    return sentence


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
