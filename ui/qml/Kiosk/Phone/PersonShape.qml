import QtQuick

// The person behind the desk.
Figure {
    id: shape

    implicitHeight: person.height + (words.known ? words.implicitHeight : 0)
    target: words.known ? shape : person

    Label {
        id: words

        pen: shape.pen
        visible: words.known
        width: parent.width
        text: shape.label
        centred: true
    }

    Glyph {
        id: person

        pen: shape.pen
        name: "person"
        side: Math.round(37 * shape.pen.unit)
        y: words.known ? words.implicitHeight : 0
        anchors.horizontalCenter: parent.horizontalCenter
    }
}
