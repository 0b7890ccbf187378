pragma ComponentBehavior: Bound
import QtQuick

// The row of tabs at the lower edge. `lane` keeps a way free above for an arrow to the middle one.
Item {
    id: area

    required property Pen pen
    required property QtObject elements
    readonly property bool used: repeater.count > 0
    property bool lane: false

    visible: used
    implicitHeight: used ? row.height + pen.gap + (lane ? Math.round(20 * pen.unit) : pen.inset) : 0

    Rectangle {
        width: parent.width
        height: area.pen.stroke
        y: row.y - area.pen.inset
        color: area.pen.outline
    }

    Row {
        id: row

        anchors.bottom: parent.bottom
        anchors.bottomMargin: area.pen.inset
        width: parent.width
        spacing: area.pen.inset

        Repeater {
            id: repeater

            model: area.elements

            Sketch {
                pen: area.pen
                width: Math.floor((area.width - (repeater.count - 1) * row.spacing) / Math.max(1, repeater.count))
            }
        }
    }
}
