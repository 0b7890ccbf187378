"""How somebody is asked to hand a secret over, in French: see the package."""

from __future__ import annotations

_CODE = (
    r"\bcode\b(?! (?:qr|du dossier|de dossier|postal|de suivi|de référence|barres))(?<!qr"
    r" code)(?<!ce code)"
)
_SURE = (
    r"(?:mots? de passe\b|passcode\b|\botp\b|\bcv[vc]\b"
    r"|code (?:pin|otp|secret|confidentiel|reçu|de (?:vérification|confirmation|sécurité))"
    r"|(?:chiffres|numéros?) (?:du|dans (?:le|votre)|de votre) (?:message|sms)"
    r"|chiffres (?:que vous avez )?reçus"
    r"|numéros? de vérification|(?:lire|lise|voir) (?:le|votre) (?:message|sms))"
)
SECRET = rf"(?:{_SURE}|{_CODE})"
SIGNS = (
    "code", "de passe", "chiffres", "numéro", "message", "sms", "otp", "cvc", "cvv",
)  # fmt: skip

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
    r"\b(?:à (?!vous\b|la maison\b|voix\b|l’abri|l’écran|usage|personne|\d)|aux? (?!milieu|papier)"
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
REPORTED = (
    rf"\b(?:demand|exig|veu|veul|propos)\w* (?:\w+ ){{0,2}}?(?:de |à )(?:(?:le|la|les)"
    rf" )?(?={_GIVES_WORDS})"
)
ONLY_ASKED = r"\bavez-vous|\ba-t-|\best-ce|\bqui\b|\bquel|-(?:il|elle|on)s?\b"

OTHER = (
    r"\b(?:agents?|personnel|policiers?|police|banque|bénévoles?|conseill\w+|guichet\w*|opérateur"
    r"|interlocut\w+|réceptionniste|hôtesse|gardien\w*|médecin|infirmi\w+|employée?s?"
    r"|accueil|quartier|au service|fils|fille|petit-fils|petite-fille|enfants?|voisine?s?|personne|gens"
    r"|quelqu’un"
    r"|qui|lui|leur|moi|nous|zalo|facebook|groupe|courriel|mail|formulaire|1900)\b"
    r"|\bpour qu’(?:il|elle|on)s?\b"
)
EXCUSED = (
    r"\b(?:ne|ni|pas|jamais|rien|aucune?|sans|non|vous-même|escrocs?|arnaque\w*|fraude\w*|faux|raccrochez"
    r"|arrêtez|fermez|oubli\w*|perdu|chang\w+|réinitialis\w+|nouveau|comment|où|scann\w+|détourne\w*"
    r"|tournez(?:-vous| la tête)|gardez|garde pour|garde secret|ai (?:donné|lu|dit)"
    r"|elle seule|vous seule?|tapé|menac\w+|nouvelle|si vous avez|si quelqu’un (?:connaît|sait|a vu)"
    r"|envoie)\b|\bn’"
)
COMFORT = (
    r"\b(?:n’(?:ayez|hésitez)|ne (?:vous inquiétez|craignez))(?: pas)?(?: (?:peur|crainte))?\b"
    r"|\bpas de souci\b"
)
SPOKEN = r"\b(?:dites|dire|répondez|répondre|écrivez|lisez)\b[^«».;]{0,40}$"
