"""Every control once, as QML snippets for the gallery. `{text}` takes the words under test."""

from __future__ import annotations

TONE_MARKS = "ỔẲỖẾỆỨ ợgụ"
"""The letters whose marks Qt cuts first (measured with Inter and DejaVu Sans)."""

LABEL = "Gọi người giúp"

ONE_OF_EACH: dict[str, str] = {
    "BigButton, primary": 'BigButton {{ label: "{text}"; kind: "primary"; icon: "next"; iconAfter: true }}',
    "BigButton, plain": 'BigButton {{ label: "{text}"; icon: "back" }}',
    "BigButton, danger": 'BigButton {{ label: "{text}"; kind: "danger"; icon: "call-person" }}',
    "Tile": 'Tile {{ title: "{text}"; detail: "VNeID · 12 bài"; icon: "shield-check" }}',
    "Tile, flat": 'Tile {{ title: "{text}"; flat: true; icon: "search" }}',
    "ChoiceButton": 'ChoiceButton {{ label: "{text}"; icon: "phone"; chosen: true }}',
    "FaceButton": 'FaceButton {{ label: "{text}"; picture: "scenes/face-happy" }}',
    "Chip": 'Chip {{ spokenName: "{text}"; label: "{text}" }}',
    "Heading": 'Heading {{ width: Theme.columnPx; text: "{text}" }}',
    "Prose": 'Prose {{ width: Theme.columnPx; text: "{text}" }}',
    "Prose, said": 'Prose {{ width: Theme.columnPx; pixels: Theme.sayPx; bold: true; text: "{text}" }}',
    "ProgressDots": 'ProgressDots {{ width: Theme.columnPx; label: "{text}"; step: 4; of: 7 }}',
    "Notice": 'Notice {{ width: Theme.columnPx; text: "{text}" }}',
    "SafetyLine": 'SafetyLine {{ width: Theme.columnPx; text: "{text}" }}',
    "StaffMark": 'StaffMark {{ spokenName: "{text}"; mark: "{text}" }}',
}

PRESSABLE = tuple(
    name
    for name in ONE_OF_EACH
    if name.split(",")[0] in ("BigButton", "Tile", "ChoiceButton", "FaceButton", "Chip")
)


def snippet(name: str, text: str = LABEL) -> str:
    return ONE_OF_EACH[name].format(text=text)


STEP = """
Item {
    anchors.fill: parent
    Column {
        id: words
        x: Theme.marginPx
        y: Theme.marginPx
        width: Theme.landscape ? parent.width - Theme.columnPx - 3 * Theme.marginPx : Theme.columnPx
        spacing: Theme.gapPx
        ProgressDots { width: parent.width; step: 4; of: 7; label: "Bước 4 trong khoảng 7" }
        Prose {
            width: parent.width; pixels: Theme.sayPx; bold: true
            text: "Bác xem tên đơn vị làm ứng dụng. Tên đó phải thuộc Bộ Công an."
        }
        Notice { width: parent.width; text: "Không có âm thanh – mời bác đọc chữ hoặc gọi nhân viên" }
    }
    Column {
        x: parent.width - width - Theme.marginPx
        y: parent.height - height - Theme.marginPx
        width: Theme.columnPx
        spacing: Theme.gapPx
        BigButton { width: parent.width; kind: "primary"; label: "Tiếp theo"; icon: "next"; iconAfter: true }
        Grid {
            id: helpers
            readonly property int each: Theme.landscape ? width : Math.floor((width - 2 * Theme.gapPx) / 3)
            columns: Theme.landscape ? 1 : 3
            spacing: Theme.gapPx
            width: parent.width
            Repeater {
                model: [["Quay lại", "back"], ["Nghe lại", "hear-again"], ["Gọi người giúp", "call-person"]]
                BigButton {
                    required property var modelData
                    width: helpers.each
                    stacked: !Theme.landscape
                    label: modelData[0]
                    icon: modelData[1]
                    kind: icon === "call-person" ? "danger" : "plain"
                }
            }
        }
    }
}
"""
"""The densest screen: one step with all its actions, as tall as it gets."""

HOME = """
Column {
    x: Theme.marginPx
    y: Theme.marginPx
    width: parent.width - 2 * Theme.marginPx
    spacing: Theme.gapPx
    Row {
        spacing: Theme.gapPx
        Chip { spokenName: "Cỡ chữ"; icon: "text-size"; label: "Aa" }
        Chip { spokenName: "Màu sắc"; icon: "contrast" }
        StaffMark { spokenName: "Chưa kiểm chứng"; mark: "B" }
    }
    Heading { width: parent.width; text: "Hôm nay bác muốn làm gì?" }
    Row {
        spacing: Theme.gapPx
        Tile {
            width: (parent.parent.width - Theme.gapPx) / 2
            title: "Căn cước điện tử"; detail: "12 bài"; icon: "shield-check"
        }
        Tile {
            width: (parent.parent.width - Theme.gapPx) / 2
            title: "Tránh bị lừa đảo"; detail: "3 bài"; icon: "warning"; alarming: true
        }
    }
    ChoiceButton { width: parent.width; label: "Điện thoại Android"; icon: "phone"; chosen: true }
    Row {
        spacing: Theme.gapPx
        id: faces
        readonly property int each: (parent.width - 2 * Theme.gapPx) / 3
        FaceButton { width: faces.each; label: "Dễ"; picture: "scenes/face-happy" }
        FaceButton { width: faces.each; label: "Vừa"; picture: "scenes/face-ok"; chosen: true }
        FaceButton { width: faces.each; label: "Khó"; picture: "scenes/face-sad" }
    }
}
"""
