"""What each pictogram shows, in the kiosk's languages; a file without words here fails a test."""

from __future__ import annotations

from flows.words import Words

PICTOGRAM_WORDS: dict[str, Words] = {
    "calendar": Words("Hình tờ lịch.", "A calendar.", "Un calendrier."),
    "camera": Words("Hình máy ảnh.", "A camera.", "Un appareil photo."),
    "check-done": Words("Hình dấu tích: đã xong.", "A tick: done.", "Une coche : terminé."),
    "choose": Words("Hình bàn tay chọn một ô.", "A hand choosing one box.", "Une main choisit une case."),
    "clock-wait": Words("Hình đồng hồ.", "A clock.", "Une horloge."),
    "envelope": Words("Hình phong bì thư.", "An envelope.", "Une enveloppe."),
    "eye": Words("Hình con mắt.", "An eye.", "Un œil."),
    "hand": Words("Hình bàn tay chỉ.", "A pointing hand.", "Une main qui montre."),
    "health-card": Words("Hình thẻ y tế.", "A health card.", "Une carte de santé."),
    "heart-care": Words(
        "Hình bàn tay đỡ trái tim.", "A hand holding a heart.", "Une main qui porte un cœur."
    ),
    "hotline": Words("Hình ống nghe điện thoại.", "A telephone.", "Un téléphone."),
    "house": Words("Hình ngôi nhà.", "A house.", "Une maison."),
    "id-card": Words("Hình tấm thẻ có ảnh.", "A card with a photo.", "Une carte avec photo."),
    "link-stop": Words(
        "Hình đường dẫn bị gạch: bác không bấm.",
        "A link crossed out: do not open it.",
        "Un lien barré : ne l’ouvrez pas.",
    ),
    "money": Words("Hình tờ tiền.", "A banknote.", "Un billet."),
    "money-stop": Words(
        "Hình tờ tiền và bàn tay dừng lại.", "A banknote and a stop sign.", "Un billet et un signe d’arrêt."
    ),
    "otp-secret": Words(
        "Hình mã số có ổ khóa: bác giữ kín.",
        "A code with a lock: keep it secret.",
        "Un code et un cadenas : gardez-le secret.",
    ),
    "papers": Words("Hình mấy tờ giấy.", "Papers.", "Des papiers."),
    "password-key": Words(
        "Hình chìa khóa: bác giữ kín.", "A key: keep it secret.", "Une clé : gardez-la secrète."
    ),
    "person": Words("Hình một người.", "A person.", "Une personne."),
    "person-with-phone": Words(
        "Hình một người cầm điện thoại.", "A person with a phone.", "Une personne avec un téléphone."
    ),
    "phone-power": Words(
        "Hình nút nguồn điện thoại.", "A phone’s power button.", "Le bouton marche-arrêt d’un téléphone."
    ),
    "police-desk": Words("Hình quầy tiếp dân.", "A reception desk.", "Un guichet d’accueil."),
    "qr-scan": Words(
        "Hình mã vuông trong khung.", "A square code in a frame.", "Un code carré dans un cadre."
    ),
    "question": Words("Hình dấu hỏi.", "A question mark.", "Un point d’interrogation."),
    "shield-warning": Words(
        "Hình lá chắn có dấu chấm than: bác cẩn thận.",
        "A shield with an exclamation mark: be careful.",
        "Un bouclier avec un point d’exclamation : attention.",
    ),
    "show-phone": Words(
        "Hình một người giơ điện thoại cho người khác xem.",
        "Somebody holds out a phone for another to see.",
        "Quelqu’un montre son téléphone à une autre personne.",
    ),
    "sim-card": Words("Hình thẻ SIM.", "A SIM card.", "Une carte SIM."),
    "speak-phone": Words(
        "Hình một người đang nói vào điện thoại.",
        "A person speaking into a phone.",
        "Une personne parle au téléphone.",
    ),
    "swipe-down": Words(
        "Hình mũi tên vuốt từ mép trên điện thoại xuống.",
        "An arrow: swipe down from the top edge of the phone.",
        "Une flèche : glissez depuis le haut du téléphone.",
    ),
    "swipe-across": Words(
        "Hình mũi tên vuốt ngang điện thoại.",
        "An arrow: swipe across the phone.",
        "Une flèche : glissez d’un côté à l’autre du téléphone.",
    ),
    "swipe-up": Words(
        "Hình mũi tên vuốt từ mép dưới điện thoại lên.",
        "An arrow: swipe up from the bottom edge of the phone.",
        "Une flèche : glissez depuis le bas du téléphone.",
    ),
    "two-people-helping": Words(
        "Hình hai người giúp nhau.", "Two people helping each other.", "Deux personnes qui s’entraident."
    ),
    "wheelchair": Words("Hình xe lăn.", "A wheelchair.", "Un fauteuil roulant."),
}
