pragma ComponentBehavior: Bound
import QtQuick

// Grey lines where a real screen has more to read; nothing when there is no room.
Column {
    id: lines

    required property Pen pen
    property real room: 0
    readonly property int count: Math.min(4, Math.floor((room - pen.gap) / (2.4 * pen.bar)))

    visible: count > 1
    spacing: Math.round(pen.bar * 1.3)

    Repeater {
        model: Math.max(0, lines.count)

        Rectangle {
            required property int index

            width: Math.round(lines.width * (index % 2 === 0 ? 1 : 0.78))
            height: lines.pen.bar
            radius: height / 2
            color: lines.pen.bars
            opacity: 0.6
        }
    }
}
