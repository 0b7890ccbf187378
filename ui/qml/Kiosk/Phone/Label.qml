pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A label exactly as it was given, wrapped and never cut; grey bars where nobody knows the real words.
Item {
    id: label

    required property Pen pen
    property string text
    property real px: pen.labelPx
    property bool bold: false
    property bool centred: false
    property color ink: Theme.ink
    property color barColour: pen.bars
    property int bars: 1
    property real lastBar: 0.62

    readonly property bool known: text !== ""
    readonly property real contentWidth: known ? Math.min(width, Math.ceil(words.contentWidth)) : width * (bars > 1 ? 1 : lastBar)

    implicitHeight: known ? words.implicitHeight : lines.implicitHeight

    Text {
        id: words

        objectName: "phoneLabel"
        visible: label.known
        width: label.width
        text: label.text
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
        color: label.ink
        horizontalAlignment: label.centred ? Text.AlignHCenter : Text.AlignLeft
        font.family: Theme.fontFamily
        font.pixelSize: label.px
        font.bold: label.bold
    }

    Column {
        id: lines

        visible: !label.known
        width: label.width
        spacing: label.pen.bar * 0.9

        Repeater {
            model: label.known ? 0 : label.bars

            Rectangle {
                required property int index

                anchors.horizontalCenter: label.centred ? lines.horizontalCenter : undefined
                width: Math.round(lines.width * (index === label.bars - 1 ? label.lastBar : 1))
                height: label.pen.bar
                radius: height / 2
                color: label.barColour
            }
        }
    }
}
