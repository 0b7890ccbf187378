"""How somebody is asked to hand a secret over, in French: see the package."""

from __future__ import annotations

_CODE = (
    r"\bcode\b(?! (?:qr|du dossier|de dossier|postal|de suivi|de référence|barres))(?<!qr"
    r" code)(?<!ce code)"
)
_SURE = (
    r"(?:mots? de passe\b|passcode\b|\botp\b|\bcv[vc]\b"
    r"|code (?:pin|otp|secret|confidentiel|reçu|de (?:vérification|confirmation|sécurité))"
    r"|chiffres (?:du|dans le) (?:message|sms))"
)
SECRET = rf"(?:{_SURE}|{_CODE})"

_TELLS_WORDS = (
    r"(?:lisez|dites|donnez|envoyez|communiquez|transmettez|transférez|dictez|confiez|partagez|indiquez"
    r"|remettez|fournissez|répétez|écrivez|notez|épelez|lire|dire|donner|envoyer|communiquer|transmettre"
    r"|transférer|dicter|confier|partager|remettre|fournir)\b"
)
_GIVES_WORDS = rf"(?:(?:montrez|montrer|laissez|laisser|faites|faire)\b|{_TELLS_WORDS})"
GIVES = rf"\b{_GIVES_WORDS}"
_TELLS = rf"\b{_TELLS_WORDS}"
_NEAR = r"(?:(?! (?:que|oubli\w*|comment|si|où)\b).)"
_TO = (
    r"\b(?:à (?!vous\b|voix\b|l’abri|l’écran|usage|personne|\d)|aux? (?!milieu|papier)"
    r"|par (?:sms|zalo|mail|téléphone))"
)
_HANDLES = r"\b(?:taper|saisir|lire|noter|garder|entrer|écrire)\b"

ASKS = (
    rf"{_TELLS}{_NEAR}{{0,50}}?{SECRET}.{{0,40}}?{_TO}",
    rf"\bmontrez\b{_NEAR}{{0,50}}?{_SURE}.{{0,40}}?{_TO}",
    rf"{GIVES}[- ](?:lui|leur|moi|nous)\b{_NEAR}{{0,30}}?{SECRET}",
    rf"{SECRET}.{{0,40}}?{_TELLS}-(?:le|la|les)(?:-(?:lui|leur|moi|nous)\b| {_TO})",
    rf"{_TELLS} (?:à|au|aux) {_NEAR}{{1,40}}?{SECRET}",
    rf"\brépondez\b.{{0,40}}?\bavec\b.{{0,20}}?{SECRET}",
    rf"\b(?:laiss(?:ez|er)|faites|faire|demandez à)\b{_NEAR}{{1,30}}?{_HANDLES}.{{0,20}}?{SECRET}",
    rf"{GIVES}.{{0,30}}?{SECRET}.{{0,20}}?à (?:haute voix|voix haute)",
)
DENIED = (
    rf"(?:\bne |\bn’|\bsans |\bjamais )(?:(?:le|la|les|l’|lui|leur|jamais|pas) ?){{0,2}}(?={_GIVES_WORDS})"
)
TOLD_OF = (
    rf"\b(?:demand|exig|veu|veul|propos)\w* (?:\w+ ){{0,2}}?(?:de |à )(?:(?:le|la|les)"
    rf" )?(?={_GIVES_WORDS})"
)
ONLY_ASKED = r"\bavez-vous|\ba-t-|\best-ce|\bqui\b|\bquel|-(?:il|elle|on)s?\b"
