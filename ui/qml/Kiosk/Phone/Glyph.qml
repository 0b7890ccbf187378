import QtQuick
import Kiosk.Controls

// A sign on the drawn phone, in two colours of the theme.
Image {
    id: glyph

    required property Pen pen
    required property string name
    required property real side
    property color ink: Theme.ink
    property color accent: Theme.accent

    width: side
    height: side
    sourceSize: Qt.size(Math.ceil(side), Math.ceil(side))
    source: side < 1 || name === "" ? "" : pen.glyph(name, ink, accent, side)
    asynchronous: false
}
