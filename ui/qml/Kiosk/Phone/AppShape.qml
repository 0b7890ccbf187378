import QtQuick
import Kiosk.Controls

// An application on the home screen: sign above, name beneath. A word that is broader than its place, as VNeTraffic, is
// written smaller: the ring goes around all of it.
Figure {
    id: shape

    readonly property int kept: label === "" ? 0 : Math.round(pen.unit) // on either side, where the ring of its neighbour lies

    implicitHeight: column.implicitHeight

    TextMetrics {
        id: broadest

        font.family: Theme.fontFamily
        font.pixelSize: shape.pen.appPx
        font.bold: shape.chosen
        text: shape.label.split(" ").reduce((most, word) => word.length > most.length ? word : most, "")
    }

    Column {
        id: column

        width: parent.width
        spacing: Math.round(2 * shape.pen.unit)

        AppIcon {
            pen: shape.pen
            side: Math.round(21 * shape.pen.unit)
            chosen: shape.chosen
            sign: shape.sign
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Label {
            pen: shape.pen
            x: shape.kept
            width: parent.width - 2 * shape.kept
            px: Math.floor(shape.pen.appPx * Math.min(1, width / Math.max(1, broadest.advanceWidth)))
            text: shape.label
            bold: shape.chosen
            centred: true
            lastBar: 0.6
        }
    }
}
