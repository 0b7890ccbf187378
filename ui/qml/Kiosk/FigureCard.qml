import QtQuick
import Kiosk.Controls

// One figure of the day: a number that is read from a metre, and its name beneath; or the number beside it.
Whole {
    id: root

    required property string number
    required property string words
    required property string spoken
    required property string slot
    property bool heard: false
    property bool large: false // else the number is as large as a label: beside its name, or over it
    property bool over: false
    readonly property bool stacked: large || over
    property int numberPx: Theme.numberPx
    property int abreast: 0 // so wide it would be with its number large, beside the others
    // Then no word of its name is cut, its number is larger than a label, and the name no column of words.
    readonly property bool stands: sample.lineCount <= 2 && Math.max(sample.contentWidth, number.length * Theme.labelPx / 1.6) <= sample.width
    readonly property bool standsBeside: slim.lineCount <= 2 && slim.contentWidth <= slim.width // no word is cut there either
    readonly property int beside: Math.round(Theme.paddingPx * 0.5) // between the number and its name
    readonly property int numberLine: Math.ceil((large ? Theme.numberPx : Theme.labelPx) * Theme.lineEm)
    readonly property int pad: large ? Theme.paddingPx : Math.round(Theme.paddingPx * (Theme.low ? 0.5 : 0.7))
    readonly property int needs: stacked ? numberLine + name.height + 2 * pad : Math.max(numberLine, name.height) + 2 * pad

    implicitHeight: needs
    radius: Theme.cardRadiusPx
    color: heard ? Theme.lit : Theme.card
    border.width: heard ? Theme.ringPx : Theme.borderPx
    border.color: heard ? Theme.ring : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken

    // Never seen: its name as it would stand beside the others.
    Words {
        id: sample
        visible: false
        width: root.abreast - 2 * Theme.paddingPx
        pixels: Theme.smallPx
        font.bold: true
        text: root.words
    }

    // Nor this: beside its number there.
    Words {
        id: slim
        visible: false
        width: Math.max(1, root.abreast - 2 * root.pad - root.beside - figure.width)
        pixels: Theme.smallPx
        text: root.words
    }

    Spot {
        slot: root.slot
    }

    Words {
        id: figure
        x: root.pad
        y: root.stacked ? root.pad + root.numberLine - height : Math.round((root.height - height) / 2)
        wrapMode: Text.NoWrap
        pixels: root.large ? root.numberPx : Theme.labelPx
        font.bold: true
        text: root.number
        color: root.heard ? Theme.litInk : Theme.ink
    }

    Words {
        id: name
        x: root.stacked ? root.pad : figure.x + figure.width + root.beside
        y: root.stacked ? root.pad + root.numberLine : Math.round((root.height - height) / 2)
        width: root.width - x - root.pad
        pixels: Theme.smallPx
        font.bold: root.large
        text: root.words
        color: root.heard ? Theme.litInk : Theme.soft
    }
}
