import QtQuick

Figure {
    id: shape

    implicitHeight: mark.height
    target: mark

    AppIcon {
        id: mark

        pen: shape.pen
        side: Math.round(25 * shape.pen.unit)
        chosen: true
    }
}
