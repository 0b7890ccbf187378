import QtQuick

// An application on the home screen: sign above, name beneath.
Figure {
    id: shape

    implicitHeight: column.implicitHeight

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
            width: parent.width
            px: shape.pen.appPx
            text: shape.label
            bold: shape.chosen
            centred: true
            lastBar: 0.6
        }
    }
}
