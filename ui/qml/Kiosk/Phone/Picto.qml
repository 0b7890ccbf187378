import QtQuick
import Kiosk.Controls

// One of our pictograms in two colours of the theme.
Image {
    id: picto

    required property Pen pen
    required property string name
    required property real side
    property color ink: Theme.ink
    property color accent: Theme.accent

    width: side
    height: side
    sourceSize: Qt.size(Math.ceil(side), Math.ceil(side))
    source: side < 1 || name === "" ? "" : pen.picto(name, ink, accent, side)
    asynchronous: false
}
