import QtQuick

// An application's sign on its store page.
Figure {
    id: shape

    implicitHeight: mark.height + (words.known ? words.implicitHeight + pen.inset / 2 : 0)
    target: words.known ? shape : mark

    AppIcon {
        id: mark

        pen: shape.pen
        side: Math.round(25 * shape.pen.unit)
        chosen: true
    }

    Label {
        id: words

        pen: shape.pen
        visible: words.known
        y: mark.height + shape.pen.inset / 2
        width: parent.width
        px: shape.pen.smallPx
        text: shape.label
        centred: true
    }
}
