import QtQuick

Figure {
    id: shape

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: Math.round(1.5 * shape.pen.unit)

        AppIcon {
            pen: shape.pen
            side: Math.round(9 * shape.pen.unit)
            chosen: shape.chosen
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Label {
            pen: shape.pen
            width: parent.width
            px: shape.pen.smallPx
            text: shape.label
            bold: shape.chosen
            centred: true
            lastBar: 0.7
        }
    }
}
