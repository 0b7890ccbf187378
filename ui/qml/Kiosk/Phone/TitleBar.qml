import QtQuick
import Kiosk.Controls

// The head of a screen inside an application: the way back and a title.
Item {
    id: bar

    required property Pen pen
    property string title
    property string sign // of the application
    property bool wayBack: true

    opacity: title === "" || pen.holds(pen.placeIn(bar, pen.canvas)) ? 1 : 0
    implicitHeight: Math.max(Math.round(12 * pen.unit), words.implicitHeight)

    Glyph {
        id: back

        visible: bar.wayBack
        pen: bar.pen
        name: "chevron"
        mirror: true
        side: Math.round(7 * bar.pen.unit)
        ink: Theme.edge
        anchors.verticalCenter: parent.verticalCenter
    }

    Drawing {
        id: mark

        name: bar.sign
        pixels: Math.round(12 * bar.pen.unit)
        x: back.visible ? back.width + bar.pen.inset : 0
        anchors.verticalCenter: parent.verticalCenter
    }

    Label {
        id: words

        pen: bar.pen
        anchors.verticalCenter: parent.verticalCenter
        x: mark.visible ? mark.x + mark.width + bar.pen.inset : bar.wayBack ? back.width + bar.pen.inset : 0
        width: parent.width - x - (mark.visible ? 0 : x)
        text: bar.title
        px: mark.visible ? bar.pen.smallPx : bar.pen.titlePx // beside the sign, on as few lines
        bold: true
        centred: bar.wayBack && !mark.visible
        lastBar: 0.5
    }
}
