import QtQuick

// An application's sign on its store page; one whose name is known stands in a row instead.
Figure {
    id: shape

    implicitHeight: mark.height
    target: mark

    AppIcon {
        id: mark

        pen: shape.pen
        side: Math.round(25 * shape.pen.unit)
        chosen: true
        sign: shape.sign
    }
}
