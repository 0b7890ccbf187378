pragma ComponentBehavior: Bound
import QtQuick

// Digits nobody may know: one grey block each.
Row {
    id: blocks

    required property Pen pen
    property int count: 6

    spacing: Math.round(2 * pen.unit)

    Repeater {
        model: blocks.count

        Rectangle {
            width: Math.round(6 * blocks.pen.unit)
            height: Math.round(9 * blocks.pen.unit)
            radius: Math.round(1.6 * blocks.pen.unit)
            color: blocks.pen.bars
        }
    }
}
