import QtQuick
import Kiosk.Controls

// A page in a browser, on whatever device shows it.
Item {
    id: frame

    required property Pen pen

    Rectangle {
        anchors.fill: parent
        radius: Math.round(6 * frame.pen.unit)
        color: Theme.ink
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Math.round(3 * frame.pen.unit)
        radius: Math.round(3 * frame.pen.unit)
        color: Theme.card
    }
}
