"""What somebody has practised, on paper: by item of the framework, without a name, and no certificate."""

from __future__ import annotations

import io

from pypdf import PdfReader
from support.guides import TODAY, shipped

from kiosk.print.sheets.sheet import learnt_sheet

GUIDES = shipped().flows


def test_the_sheet_names_what_was_practised_by_item_and_says_that_it_is_no_certificate() -> None:
    done = ("co-ban-wifi", "hoi-tro-ly-ai", "khan-cap", "gone-since")
    paper = learnt_sheet(done, GUIDES, "Phường Cửa Nam", TODAY)
    text = " ".join(PdfReader(io.BytesIO(paper.pdf())).pages[0].extract_text().split())
    assert text.startswith("Tôi đã luyện những việc này")
    assert "0.1 Sử dụng thiết bị" in text and "0.1 Sử dụng thiết bị (?)" not in text
    assert "1.1 Tìm kiếm, chọn lọc thông tin trên Internet (?)" in text
    assert "0.2" not in text
    assert all(GUIDES[one].title.vi in text for one in done[:3])
    assert "Tờ này không phải giấy chứng nhận" in text
