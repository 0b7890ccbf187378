pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Measuring

// A sentence or paragraph. The word being spoken, text[litStart:litEnd] in code points, lies on a
// rounded ground drawn behind it; the words never move. No word is lit while litEnd <= litStart.
Item {
    id: root

    required property string text
    property int litStart: 0
    property int litEnd: 0
    property int pixels: Theme.textPx
    property bool bold: false
    property color colour: Theme.ink

    readonly property int lineCount: words.lineCount

    // How far down the line stands that holds text[from:to].
    function lineTop(from: int, to: int): real {
        const boxes = Rulers.lit.boxes(root.text, words.font, root.width, words.lineHeight, from, to);
        return boxes.length > 0 ? boxes[0].y : 0;
    }

    implicitWidth: words.implicitWidth
    implicitHeight: words.height // contentHeight does not tell of its last change when a size changes
    Accessible.role: Accessible.Paragraph
    Accessible.name: text

    Repeater {
        id: lit
        model: Rulers.lit.boxes(root.text, words.font, root.width, words.lineHeight, root.litStart, root.litEnd)

        Rectangle {
            required property rect modelData
            x: modelData.x
            y: modelData.y
            width: modelData.width
            height: modelData.height
            radius: Math.round(height * 0.16)
            color: Theme.lit
        }
    }

    Words {
        id: words
        width: root.width
        wrapMode: Text.Wrap // an address longer than the line is broken, never cut
        pixels: root.pixels
        font.bold: root.bold
        text: root.text
        color: root.colour
    }

    // The same words again in the ink of the lit ground, seen only inside it (a theme may need white on black).
    Repeater {
        model: lit.model

        Item {
            id: hole
            required property rect modelData
            objectName: "lit-echo"
            x: modelData.x
            y: modelData.y
            width: modelData.width
            height: modelData.height
            clip: true

            Words {
                x: -hole.x
                y: -hole.y
                width: words.width
                wrapMode: words.wrapMode
                pixels: root.pixels
                font.bold: root.bold
                text: root.text
                color: Theme.litInk
            }
        }
    }
}
