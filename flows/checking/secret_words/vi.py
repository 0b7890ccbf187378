"""How somebody is asked to hand a secret over, in Vietnamese: see the package."""

from __future__ import annotations

_CODE = (
    r"(?<!kim )mã\b(?! (?:khác|hồ sơ|qr|phiếu|bảo hiểm|bhxh|số thuế|tra cứu|bưu|vạch|ứng dụng|định danh"
    r"|giao dịch"
    r"|vận đơn|bệnh|khách|lịch|hẹn|đơn|cư trú|thủ tục|nguồn|hóa|vuông|này|wi-fi))"
)
_DIGITS = (
    r"(?:(?:\d+|bốn|năm|sáu|tám|dãy|mấy|các|từng) (?:chữ )?số (?:vừa|trong|ở|từ|bí mật|ấy|đó)"
    r"|số (?:bí mật|trong tin nhắn)|tin nhắn.{0,60}?\b(?:các|từng|mấy|dãy) (?:chữ )?số\b|mật mã\b"
    r"|(?:đọc|xem|mở) (?:giúp |hộ )?tin nhắn)"
)
_SURE = (
    r"(?:mật khẩu|passcode|(?:mã |số )pin\b|otp\b|(?:mã |số )?cv[vc]\b"
    rf"|mã (?:số )?(?:bí mật|bảo mật|xác (?:thực|nhận|minh)|mở khóa)|{_DIGITS})"
)
"""Whatever is shown of these is told; a bare “mã” may be a square that somebody scans."""
SECRET = rf"(?:{_SURE}|{_CODE})"
SIGNS = ("mã", "số", "mật khẩu", "tin nhắn", "passcode", "pin", "otp", "cvc", "cvv")

_PERSON = (
    r"(?:cán bộ|công an|nhân viên|tình nguyện viên|bạn|cháu|con|họ|người|anh|chị|cô|chú|em|ngân hàng"
    r"|tổng đài|shipper|tổ trưởng|hàng xóm|giao dịch viên|bên kia|ai|chúng tôi|ki-ốt|phường)\b"
)
_TELLS_WORDS = (
    r"(?:nhắn|đọc|gửi|chụp|nói|đưa|trao|chuyển|báo|cung cấp|khai|trả lời|tiết lộ|chia sẻ|kể|ghi|viết"
    r"|chép|mở|soạn|giơ)\b"
)
_TELLS = rf"\b{_TELLS_WORDS}"
_GIVES_WORDS = rf"(?:(?:cho|để|nhờ|lộ|nhập|gõ|điền|giữ|biết)\b|{_TELLS_WORDS})"
GIVES = rf"\b{_GIVES_WORDS}"

_NEAR = r"(?:(?! (?:là|rằng|quên|mất|muốn|đổi|về|không)\b)[^,])"
_TO = (
    r"\b(?:cho|với|tới|đến|sang cho) (?!bác\b|mình\b|riêng|chính|đúng|chắc|kỹ|tiện|nhớ|dễ|nhanh|máy\b|xong"
    r"|điện thoại|số (?:điện thoại|của bác|máy)|nơi|lúc|khi)\w"
)
_TO_PERSON = rf"\b(?:đưa|gửi|nhắn|báo|giúp|hộ|giùm) (?:cho |lại )?{_PERSON}"
_HANDLES = r"(?:biết|gõ|nhập|đọc|đặt|giữ|ghi|bấm|điền|chụp|chép|nhớ)"
_HELPS = r"(?:hộ|giúp|giùm)"
_WHOEVER = r"(?!bác\b|mình\b|máy\b)(?:(?!chỉ\b|cách\b|chỗ\b|tự\b|xem\b|hướng\b|thì\b)\w+ ){1,5}?"
_PLACES = r"(?:zalo|facebook|nhóm|số|mail|tờ khai|phiếu|đơn|giấy này)"

ASKS = (
    rf"{_TELLS}{_NEAR}{{0,40}}?{SECRET}.{{0,50}}?(?:{_TO}|{_TO_PERSON})",
    rf"{SECRET}.{{0,50}}?{_TELLS}.{{0,25}}?(?:{_TO}|{_TO_PERSON})",
    rf"{SECRET}.{{0,50}}?{_TELLS} {_HELPS} {_PERSON}",
    rf"\b(?:cho|để|nhờ) {_WHOEVER}(?:{_HANDLES}(?: {_HELPS})?(?: bác)?(?: to| lại| giữ)?"
    rf" {SECRET}|xem {_SURE})",
    rf"{_TELLS} (?:lại |to )?(?:cho|với) {_PERSON}{_NEAR}{{0,30}}?{SECRET}",
    rf"\bcho {_PERSON}(?: (?!biết|thì)\w+){{0,3}}? {_SURE}",
    rf"\bcho {_PERSON} biết {SECRET}",
    rf"{SECRET} cho (?:{_PERSON}|tổ )",
    rf"{SECRET}.{{0,60}}?\b(?:ghi|viết|gõ|nhập) (?:ra|vào|lên) (?:đây|giấy này)",
    rf"{SECRET}.{{0,25}}?{_PERSON} (?:đã |đang |sẽ )?(?:giữ|biết|lưu|cầm)",
    rf"\b{_HANDLES} {_HELPS}(?: \w+){{0,2}}? {SECRET}",
    rf"\b(?:đọc|nói) (?:to|lớn|rõ)\b.{{0,10}}?{SECRET}",
    rf"\b(?:nói|khai|báo|nhắn|cung cấp|tiết lộ)(?: lại| ra| to)? {SECRET}",
    rf"\bbác (?:cứ |hãy |phải |chỉ cần |nhớ )?(?:nhắn|gửi|báo|cung cấp|khai|tiết lộ|chia"
    rf" sẻ)\b{_NEAR}{{0,40}}?{SECRET}",
    rf"\btrả lời\b.{{0,30}}?\bbằng {SECRET}",
    rf"\b(?:gửi|chuyển|chụp|nhắn|soạn|điền|ghi|viết|chép)\b.{{0,40}}?{SECRET}"
    rf".{{0,30}}?\b(?:qua|vào|lên|tới|đến) {_PLACES}(?! (?:điện thoại )?của bác)",
    rf"{_PERSON}.{{0,20}}?\b(?:gọi|hỏi|xin|bảo|yêu cầu|cần|đòi)\b.{{0,40}}?(?:,|thì) ?bác (?:cứ |hãy )?"
    rf"(?:đọc|nói|báo|gửi|đưa|nhắn|khai)\b.{{0,20}}?{SECRET}",
)
DENIED = (
    rf"\b(?:không|đừng|chớ|chưa|chẳng|cấm)\b(?: (?!mà\b|nhưng\b|thì\b)\w+){{0,4}}?"
    rf" (?={_GIVES_WORDS})(?!\w+ được)"
)
REPORTED = (
    r"\b(?:bảo|đòi|yêu cầu|bắt|dụ|giục|muốn|dọa|ép|lừa|xin|hỏi)(?: (?:bác|người|ông|bà|mình|cụ))?(?: phải)? "
    rf"(?={_GIVES_WORDS})"
    rf"|\b(?:lỡ|đã|trót|bị)(?: \w+){{0,2}}? (?={_GIVES_WORDS})|\btừng (?={_GIVES_WORDS})"
    r"|\b(?:ngân hàng|tổng đài|máy|ứng dụng|vneid|nhà mạng|hệ thống)(?: (?:sẽ|đã|vừa))?"
    r" (?=(?:gửi|nhắn|báo|chuyển)\b)"
)
ONLY_ASKED = r"\b(?:đã|chưa|phải không|có .*không|ai|gì|nào|sao)\b(?!.*được không)"

_ANYBODY = (
    r"(?:cán bộ|công an|nhân viên|\w+ viên|lễ tân|quầy|bưu điện|điện lực|bệnh viện|bác sĩ|y tá"
    r"|trưởng thôn|tôi|trạm|hàng xóm|bàn)\b"
    rf"|(?!bạn\b|anh em\b|con số\b|con dấu\b|họ (?:và )?tên\b){_PERSON}(?<!(?:khẩu|. mã) ngân hàng)"
    r"|(?:cho|với|để|nhờ|bảo|hỏi|gửi|đưa) bạn\b|bạn (?:hỗ trợ|tình nguyện|trẻ|hỏi|cần|xin)\b"
)
OTHER = (
    rf"\b(?:{_ANYBODY}|(?:qua|lên|vào|trên|bằng|sang) (?:(?:khung|nhóm|mẫu|tờ) )?(?:zalo|facebook"
    r"|messenger|viber"
    r"|nhóm|mail|thư|tờ|phiếu|đơn|giấy này|chat|bình luận|khai)\b)"
)
EXCUSED = (
    r"\b(?:không|đừng|chớ|chưa|chẳng|cấm|riêng|giữ kín|dọa|làm lại|của ai|lừa|kẻ gian|kẻ xấu|giả|cúp"
    r"|dừng lại|đóng|lỡ|trót|bị|lộ"
    r"|quên|đổi|đặt|cấp lại|mở khóa|hỏi (?:cán bộ|ngân hàng|nhân viên)|chỉ(?! cần)|cách|quay (?:đi|mặt)"
    r"|chỗ khác"
    r"|che|quét|gõ(?: (?:xong|rồi)| mã(?: otp)? xong)|tự (?:gõ|nhập|giữ|đặt|nghĩ|điền|bấm|quét|viết)"
    r"|đã (?:lỡ|cho|đọc|đưa|gửi|lộ|nói|có|nhận|biết|đặt|dùng|ghi))\b"
    r"|^\W*(?:họ|người lạ|máy|trang) (?:bảo|nói|đòi|xin|muốn|hỏi)\b(?!.*(?:\bthì|,) bác\b)"
    r"|\b(?:gửi|nhắn|báo) (?:mã|tin)(?: \w+){0,3} (?:cho|về|đến) (?:số |máy )?(?:của )?bác\b"
)
COMFORT = (
    r"\b(?:đừng|không|chớ)(?: (?:phải|cần|có))? (?:ngại|lo|sợ|sao|vội)\b"
    r"|\b(?:không|chưa) (?!được|nhận|thấy|hiện)\w+ (?:được|nổi|ra|rõ|quen)\b"
)
SPOKEN = r"\b(?<!họ )(?<!lạ )(?<!gian )(?<!ai )(?:nói|đọc|nhắn|bảo|trả lời|báo|khai)\b[^“”.;]{0,40}$"
