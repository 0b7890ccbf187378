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
    "phương quan sử thi ứng văn yên vàng giàng thào sùng hạng lầu chảo tẩn phàn lù quàng cà tòng điêu bàn "
    "niê siu ksor kpă"
)
"""Family names that are flowers, lakes, other words as well: whole with three words, or with Thị or Văn."""

ALL_FAMILY_NAMES = FAMILY_NAMES | FAMILY_NAMES_AND_MORE
MIDDLE_NAMES = _words("thị văn")

FAMILY_NAMES_IN_SMALL_LETTERS = _words(
    "nguyễn trần lê phạm phan đặng bùi huỳnh trịnh trương phùng quách doãn hoàng dương lý đoàn đào mai "
    "cao chu lâm lương tô hồ đỗ vũ võ ngô đinh"
)
"""Written small, or without marks, these are a family name where two of `GIVEN_NAMES` follow."""

NO_FAMILY_NAMES_WITHOUT_MARKS = _words("duong to ho chu do vo vu le an ha van yen la tu")
"""Nor where two given ones follow: đường, tổ, hộ, chủ, đô, vỏ, vụ, lễ …"""

GIVEN_NAMES = _words(
    "an anh ánh ân bách bảo bắc bích bình bưởi ca cảnh cát châu chi chí chiến chinh chung cúc cương cường "
    "dân diễm diệp diệu doanh dung dũng duy duyên dương đại đan đạt đăng điệp định đoan đông đức gấm "
    "giang hà hạ hải hạnh hào hảo hân hậu hiên hiền hiển hiếu hiệp hoa hoà hòa hoài hoan hoàng hoành hồng "
    "huân huệ hùng huy huyền hưng hương hường hữu hỷ kha khải khang khánh khiêm khoa khôi khuê kiên kiệt "
    "kiều kim kỳ lam lan lâm lân lệ liên liễu linh loan long lộc lợi luân luyến lụa lương ly mai mạnh mẫn "
    "mận minh my mỹ na nam nga ngà ngân nghi nghĩa ngoan ngọc nguyên nguyệt nhã nhàn nhâm nhân nhật nhi "
    "nhiên nhung như ninh nở nương oanh phát phi phong phú phúc phụng phước phương phượng quân quang quế "
    "quốc quý quyên quyền quyết quỳnh sang sen sinh sơn sương tài tâm tân tấn thạch thái thanh thành thảo "
    "thắm thắng thế thi thịnh thoa thoại thông thơ thơm thu thuần thuận thục thuỳ thùy thuý thúy thuỷ "
    "thủy thuyên thư thương thường tiên tiến tiệp tín tình tính toàn toán tố trà trang trâm trân tri trí "
    "triết trinh trọng trung trúc trường tuân tuấn tuệ tùng tuyên tuyền tuyết tú tư tường tươi uyên uyển "
    "vân vi việt vinh vĩnh vũ vượng vy vỹ xuân xuyến yên yến ý lựu nhài hằng tuất tý sửu dần mão thìn ngọ "
    "mùi thân dậu hợi ba năm sáu bảy tám"
)
"""What people are given for a name, or bear between the two."""

TITLES = _words("ông bà anh chị cô chú bác cụ dì cậu thím mợ thầy em bạn mr mrs ms")

ROLES = (
    "tình nguyện viên", "quản trị viên", "đội phản ứng", "tổ phản ứng", "phản ứng", "quản trị", "cán bộ trực",
    "cán bộ", "tnv", "cb", "pu", "qt", "hoa",
)  # fmt: skip
"""Before a short display name, as a title is: Tình nguyện viên Sen, Cán bộ trực 2, Hoa Bằng Lăng."""

AT_SOMEBODYS = _words("nhà gặp gọi điểm quán tiệm tổ hỏi hệ")
"""After these a title is one, in capitals too; hệ: liên hệ."""

SOMEBODY = _words("nhà gặp gọi hỏi hệ")
"""After these two words of a name are one, not a street's."""

NO_TITLES = frozenset(
    (
        "bác sĩ", "bác sỹ", "bác hồ", "cô giáo", "cô tô", "cô giang", "cô bắc", "cô nhi", "thầy cô",
        "thầy thuốc", "thầy giáo", "em bé", "chị em", "anh em", "anh chị", "cô chú", "cô bác", "chú bác",
        "ông bà", "ông cha", "ông đồ", "ông địa", "bà con", "bà mẹ", "bà chúa", "bà đá", "bà kiệu",
        "bà rịa", "bà triệu", "bà trưng", "bà huyện", "bà nà", "bà đen", "bạn đọc", "bạn bè", "bạn trẻ",
        "chú ý", "anh quốc", "anh ngữ", "anh đào", "cụ rùa", "ông ích", "anh hùng", "anh dũng", "anh minh",
        "bác ái", "chú tâm", "ông tiên",
    )
)  # fmt: skip
"""What begins like a title and a name, and is neither."""

PEOPLE = frozenset(
    (
        "bác sĩ", "bác sỹ", "cô giáo", "thầy giáo", "thầy thuốc", "thầy cô", "ông bà", "anh chị", "cô chú",
        "cô bác", "chú bác", "chị em", "anh em",
    )
)  # fmt: skip
"""With a given name after them they speak of somebody: cô giáo Hạnh."""

NO_TITLES_WITHOUT_MARKS = frozenset(
    (
        "ba dinh",
        "ba na",
        "chi nhanh",
        "chi cuc",
        "chi bo",
        "chi hoi",
        "chu van",
        "chu huy",
        "cu chinh",
        "anh sang",
    )
)
"""What without marks begins like one: Ba Đình, chi nhánh, Chu Văn (An), ánh sáng."""

NOT_BEFORE_THI = _words("đô siêu chỉ cận hiển")
NOT_AFTER_THI = _words("trấn xã")

PLACE_WORDS = _words(
    "phố đường phường quận xã chợ trường thcs thpt non hồ đài đình đền chùa miếu phủ am cung rạp ga bến "
    "thờ lăng cầu toà tòa trạm tàng hát vườn dãy sảnh ktt khu làng thôn xóm ấp đảo núi sông đ p q th mn"
)
"""The last word before a name that makes it a street's or a school's. Not ngõ: lanes are called after
streets, and those pass of themselves; what else follows a lane is who lives there.
"""

PLACE_PAIRS = frozenset(
    (
        "tiểu học", "trung học", "đại học", "mẫu giáo", "công viên", "bệnh viện", "học viện", "thư viện",
        "vườn hoa", "văn hoá", "văn hóa", "tập thể", "dân cư", "chung cư", "ký túc", "túc xá", "khách sạn",
        "cao ốc", "trung tâm", "quảng trường", "nghĩa trang",
    )
)  # fmt: skip
"""As `PLACE_WORDS`, of two: “viên” alone is also that of tình nguyện viên, “giáo” that of cô giáo."""

NO_PLACE_PAIRS = frozenset(("gia đình", "chính phủ", "yêu cầu", "nhu cầu", "tổ trường", "đội trường"))
"""What ends like a word for a place. “Tổ trường” is “tổ trưởng” where it is compared without marks."""

BUILDINGS = frozenset(("toà nhà", "tòa nhà", "khu nhà", "dãy nhà"))
"""Of these “nhà” is nobody's."""

HOUSE_WORDS = _words("số nhà ngõ ngách hẻm lô sn")
"""Before a house number."""

OTHER_WORDS_WITHOUT_MARKS = _words("dang do le vo vu ngo truong bui phan dinh luu ta tang tong dam")
"""Written without marks these are also đang, đô, lễ, vỏ, vụ, ngõ, trường, bụi, phần, đình, lưu, tạ, tầng …"""
