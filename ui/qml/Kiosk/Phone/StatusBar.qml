pragma ComponentBehavior: Bound
import QtQuick

// The strip at the head of a phone's screen: no time, no operator, nothing to read.
Item {
    id: bar

    required property Pen pen

    implicitHeight: Math.round(9 * pen.unit)

    Rectangle {
        x: Math.round(5 * bar.pen.unit)
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(12 * bar.pen.unit)
        height: Math.round(2.6 * bar.pen.unit)
        radius: height / 2
        color: bar.pen.bars
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Math.round(5 * bar.pen.unit)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Math.round(1.6 * bar.pen.unit)

        Repeater {
            model: 3

            Rectangle {
                required property int index

                width: Math.round((index === 2 ? 6 : 2.6) * bar.pen.unit)
                height: Math.round(2.6 * bar.pen.unit)
                radius: height / 2
                color: bar.pen.bars
            }
        }
    }
}
