pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A number pad without numbers: decoration only.
Grid {
    id: pad

    required property Pen pen
    readonly property real keyHeight: Math.round(9.6 * pen.unit)

    columns: 3
    spacing: Math.round(3 * pen.unit)

    Repeater {
        model: 12

        Rectangle {
            width: Math.floor((pad.width - 2 * pad.spacing) / 3)
            height: pad.keyHeight
            radius: Math.round(3 * pad.pen.unit)
            color: Theme.tint
            border.width: pad.pen.stroke
            border.color: pad.pen.outline
        }
    }
}
