pragma ComponentBehavior: Bound
import QtQuick

// "Bước 4 trong khoảng 7" as a number and a row of marks; the current one is taller too.
Item {
    id: root

    required property string label // in words, for who hears it
    required property int step // 1 … of
    required property int of
    // As a screen reader asks for them.
    readonly property int value: step
    readonly property int minimumValue: 1
    readonly property int maximumValue: of

    readonly property int leastWidth: number.width // without its marks
    readonly property int dotHeight: Math.round(Theme.chipLabelPx * 0.5)
    readonly property int dotGap: Math.round(dotHeight * 0.5)

    implicitWidth: number.width + Theme.gapPx + of * 3 * dotHeight
    implicitHeight: number.height
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    Row {
        id: dots
        anchors.verticalCenter: parent.verticalCenter
        height: Math.round(root.dotHeight * 1.5)
        spacing: root.dotGap
        readonly property int room: root.width - number.width - Theme.gapPx
        readonly property real each: Math.min(root.dotHeight * 3, (room + spacing) / Math.max(1, root.of) - spacing)
        visible: each >= root.dotHeight * 0.6

        Repeater {
            model: root.of

            Rectangle {
                required property int index
                anchors.verticalCenter: parent.verticalCenter
                width: dots.each
                height: index + 1 === root.step ? Math.round(root.dotHeight * 1.5) : root.dotHeight
                radius: height / 2
                color: index + 1 < root.step ? Theme.primary : index + 1 === root.step ? Theme.ring : Theme.paper
                border.width: index + 1 > root.step ? Theme.borderPx : 0
                border.color: Theme.edge
            }
        }
    }

    Words {
        id: number
        x: dots.visible ? dots.width + Theme.gapPx : 0
        anchors.verticalCenter: parent.verticalCenter
        wrapMode: Text.NoWrap
        pixels: Theme.chipLabelPx
        font.bold: true
        color: Theme.bandInk
        text: root.step + "/" + root.of
    }
}
