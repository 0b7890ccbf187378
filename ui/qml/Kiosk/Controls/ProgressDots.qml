pragma ComponentBehavior: Bound
import QtQuick

// "Bước 4 trong khoảng 7" in words, and the same as a row of marks; the current one is taller too.
Item {
    id: root

    required property string label
    required property int step // 1 … of
    required property int of
    // As a screen reader asks for them.
    readonly property int value: step
    readonly property int minimumValue: 1
    readonly property int maximumValue: of
    property bool stacked: false // the marks beneath the words
    property int reserved: 0 // kept free at the end of the marks
    readonly property int secondLine: stacked ? Theme.gapPx + dotHeight : 0

    readonly property int dotGap: Math.round(Theme.gapPx * 0.4)
    readonly property int dotHeight: Math.round(Theme.smallPx * 0.45)

    implicitWidth: words.implicitWidth + Theme.gapPx + of * 3 * dotHeight
    implicitHeight: words.height + secondLine
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    Words {
        id: words
        width: Math.min(Math.ceil(implicitWidth), root.width)
        pixels: Theme.smallPx
        font.bold: true
        color: Theme.soft
        text: root.label
    }

    Row {
        id: dots
        x: root.width - root.reserved - width
        y: Math.round(root.stacked ? root.height - height : (words.height - height) / 2)
        height: Math.round(root.dotHeight * 1.5)
        spacing: root.dotGap
        readonly property int room: root.width - root.reserved - (root.stacked ? 0 : words.width + Theme.gapPx)
        readonly property real each: (room + spacing) / Math.max(1, root.of) - spacing
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
                border.color: Theme.line
            }
        }
    }
}
