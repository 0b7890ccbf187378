import QtQuick

Figure {
    id: shape

    implicitHeight: words.implicitHeight
    target: extent

    Label {
        id: words

        pen: shape.pen
        width: parent.width
        text: shape.label
        bold: true
        bars: 2
        lastBar: 0.68
    }

    Item {
        id: extent

        width: words.contentWidth
        height: words.height
    }
}
