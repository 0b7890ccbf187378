import QtQuick
import Kiosk.Controls

// A screen's title; its words light up like any other's.
Spoken {
    id: root

    property int most: Theme.headingPx
    property bool short: false // it stands on one line if letters no smaller than a label's do, and leaves the room

    slot: "heading"
    readonly property int usual: short ? Math.max(Theme.labelPx, Math.min(most, line.fitting)) : most
    pixels: usual
    bold: true
    Accessible.role: Accessible.Heading

    // Never seen: how broad the title is on one line.
    Words {
        id: line
        readonly property int fitting: Math.floor(pixels * root.width / (implicitWidth + 1))
        visible: false
        wrapMode: Text.NoWrap
        pixels: Theme.headingPx
        font.bold: true
        text: root.short ? root.text : ""
    }
}
