pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The applications that stay at the foot of a home screen: decoration only.
Rectangle {
    id: dock

    required property Pen pen

    height: Math.round(24 * pen.unit)
    radius: Math.round(7 * pen.unit)
    color: Theme.picture
    border.width: pen.stroke
    border.color: pen.outline

    Row {
        anchors.centerIn: parent
        spacing: Math.round((dock.width - 4 * 15 * dock.pen.unit) / 5)

        Repeater {
            model: 4

            AppIcon {
                pen: dock.pen
                side: Math.round(15 * dock.pen.unit)
            }
        }
    }
}
