"""The words that tell a person's name from a place's. In small letters, with their marks (NFC).

Lists of usage, not of law: a family name here refuses a text, a place word or a street lets it pass.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FAMILY_NAMES = _words(
    "nguyễn trần lê phạm phan vũ võ đặng bùi đỗ ngô huỳnh đinh trịnh trương phùng lưu nghiêm quách tạ "
    "tống doãn khuất vương đàm triệu tăng thẩm cấn ngụy nhữ uông chử khổng"
)
"""Hardly anything but a family name; with one more word it is somebody's whole name."""

FAMILY_NAMES_AND_MORE = _words(
    "hoàng hồ dương lý đoàn đào mai hà cao chu châu lâm lương tô kiều lại thái bạch tôn từ thân kim phí "
    "giáp giang hứa khúc khương la lò lục lư lữ lường mạc mã ninh nông phó quản sầm thạch thiều tiêu trà "
    "tưởng viên vi an âu bế cù cung danh diệp đậu điền đồng đới đường hàn lạc liễu ma mạnh ngọ nhâm "
    "phương quan sử thi ứng văn yên"
)
"""Family names that are flowers, lakes, other words as well: whole with three words, or with Thị or Văn."""

ALL_FAMILY_NAMES = FAMILY_NAMES | FAMILY_NAMES_AND_MORE
MIDDLE_NAMES = _words("thị văn")

TITLES = _words("ông bà anh chị cô chú bác cụ dì cậu thím mợ thầy em bạn mr mrs ms")

AT_SOMEBODYS = _words("nhà gặp gọi điểm quán tiệm tổ hỏi")
"""After these a title is one, in capitals too."""

NO_TITLES = frozenset(
    (
        "bác sĩ", "bác sỹ", "bác hồ", "cô giáo", "cô tô", "cô giang", "cô bắc", "cô nhi", "thầy cô",
        "thầy thuốc", "thầy giáo", "em bé", "chị em", "anh em", "anh chị", "cô chú", "cô bác", "chú bác",
        "ông bà", "ông cha", "ông đồ", "ông địa", "bà con", "bà mẹ", "bà chúa", "bà đá", "bà kiệu",
        "bà rịa", "bà triệu", "bà trưng", "bà huyện", "bà nà", "bà đen", "bạn đọc", "bạn bè", "bạn trẻ",
        "chú ý", "anh quốc", "anh ngữ", "anh đào", "cụ rùa", "ông ích",
    )
)  # fmt: skip
"""What begins like a title and a name, and is neither."""

NOT_BEFORE_THI = _words("đô siêu chỉ cận hiển")
NOT_AFTER_THI = _words("trấn xã")

PLACE_WORDS = _words(
    "phố đường ngõ ngách hẻm phường quận xã chợ trường thcs thpt học non giáo viện hoa cầu hồ hoá hóa thể "
    "cư toà tòa đài đình đền chùa miếu phủ am cung rạp ga bến thờ lăng ktt khu làng thôn xóm ấp đảo núi "
    "sông trạm tàng hát vườn dãy sảnh đ p q th mn"
)
"""The last word before a name that makes it a street's, a school's, a hall's: phố, (công) viên, (văn) hoá."""

HOUSE_WORDS = _words("số nhà ngõ ngách hẻm lô sn")
"""Before a house number."""

OTHER_WORDS_WITHOUT_MARKS = _words("dang do le vo vu ngo truong bui phan dinh luu ta tang tong dam")
"""Written without marks these are also đang, đô, lễ, vỏ, vụ, ngõ, trường, bụi, phần, đình, lưu, tạ, tầng …"""

STREET_NAMES = frozenset(
    (
        "trần hưng đạo", "trần quốc toản", "trần bình trọng", "trần nhân tông", "trần nguyên hãn",
        "trần quang khải", "trần quang diệu", "trần khánh dư", "trần khát chân", "trần đại nghĩa",
        "trần duy hưng", "trần thánh tông", "trần nhật duật", "trần quý cáp", "trần tế xương",
        "trần cao vân", "trần xuân soạn", "trần huy liệu", "nguyễn thái học", "nguyễn gia thiều",
        "nguyễn thượng hiền", "nguyễn đình chiểu", "nguyễn bỉnh khiêm", "nguyễn công trứ",
        "nguyễn thị minh khai", "nguyễn thị định", "nguyễn quang bích", "nguyễn văn tố", "nguyễn văn cừ",
        "nguyễn hữu huân", "nguyễn khắc cần", "nguyễn khắc hiếu", "nguyễn khắc nhu", "nguyễn chế nghĩa",
        "nguyễn tri phương", "nguyễn chí thanh", "nguyễn thiện thuật", "nguyễn trung trực",
        "nguyễn trường tộ", "nguyễn phong sắc", "nguyễn lương bằng", "nguyễn đức cảnh", "nguyễn cảnh chân",
        "nguyễn biểu", "lê văn hưu", "lê phụng hiểu", "lê thái tổ", "lê thánh tông", "lê ngọc hân",
        "lê đại hành", "lê hồng phong", "lê thanh nghị", "lê trọng tấn", "lê văn linh", "phan bội châu",
        "phan chu trinh", "phan châu trinh", "phan huy chú", "phan đình phùng", "phan đăng lưu",
        "phạm ngũ lão", "phạm sư mạnh", "phạm hồng thái", "phạm đình hổ", "phạm văn đồng",
        "phạm ngọc thạch", "đặng trần côn", "đặng thái thân", "đặng thai mai", "đặng thùy trâm",
        "đặng thuỳ trâm", "bùi thị xuân", "đinh công tráng", "đinh tiên hoàng", "ngô thì nhậm",
        "ngô thị nhậm", "ngô văn sở", "ngô sĩ liên", "ngô tất tố", "trương hán siêu", "trịnh hoài đức",
        "huỳnh thúc kháng", "võ thị sáu", "võ văn dũng", "võ nguyên giáp", "vũ trọng phụng", "vũ ngọc phan",
        "vũ phạm hàm", "phùng khắc khoan", "đoàn thị điểm", "hồ xuân hương", "hồ chí minh", "hoàng văn thụ",
        "hoàng hoa thám", "hoàng quốc việt", "chu văn an", "triệu quốc đạt", "triệu việt vương", "bà triệu",
        "bà huyện thanh", "ông ích khiêm", "đàm văn lễ", "doãn kế thiện", "tăng bạt hổ",
    )
)  # fmt: skip
"""Of those after whom streets, schools and halls in and around the ward are called, for where no place
word stands before: “Góc Trần Hưng Đạo – Phan Bội Châu”.
"""
