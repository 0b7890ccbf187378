import QtQuick
import Kiosk.Controls

// Silhouettes of our own: two kinds of phone a resident can tell apart, and one that is neither.
Item {
    id: frame

    required property Pen pen
    required property string kind
    readonly property bool round: kind === "iphone"

    Rectangle {
        anchors.fill: parent
        radius: Math.round((frame.round ? 15 : frame.kind === "android" ? 9.5 : 11.5) * frame.pen.unit)
        color: Theme.ink
    }

    Rectangle {
        id: glass

        anchors.fill: parent
        anchors.margins: Math.round(4 * frame.pen.unit)
        radius: Math.round((frame.round ? 11.5 : frame.kind === "android" ? 6 : 8) * frame.pen.unit)
        color: Theme.card
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: glass.y + Math.round(2.4 * frame.pen.unit)
        visible: frame.kind !== "phone"
        width: Math.round((frame.round ? 22 : 4.4) * frame.pen.unit)
        height: Math.round(4.4 * frame.pen.unit)
        radius: height / 2
        color: Theme.ink
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: glass.bottom
        anchors.bottomMargin: Math.round(2.4 * frame.pen.unit)
        width: Math.round((frame.kind === "android" ? 22 : 32) * frame.pen.unit)
        height: Math.round(1.6 * frame.pen.unit)
        radius: height / 2
        color: Theme.edge
    }
}
