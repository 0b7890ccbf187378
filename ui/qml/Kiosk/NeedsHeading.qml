import QtQuick
import Kiosk.Models
import Kiosk.Controls
import Kiosk.Measuring

// Where one is and what is asked, over the tiles or beside them.
Column {
    id: root

    required property Shell shell
    required property bool used // else it holds nothing: it stands elsewhere
    property int captionPx: Theme.smallPx
    property bool narrow: false // in a tile's place: no word of it is broken

    visible: used
    spacing: Math.round(Theme.gapPx / 2)

    ReadableWords {
        width: root.width
        slot: root.used ? "caption" : ""
        pixels: root.captionPx
        font.bold: true
        color: Theme.soft
        text: root.used ? root.shell.needs.caption : ""
    }

    ScreenHeading {
        width: root.width
        shell: root.shell
        slot: root.used ? "heading" : ""
        short: true
        pixels: root.narrow ? Rulers.text.paragraph(text, Theme.fontFamily, Theme.labelPx, Theme.leastSmallPx, width) : usual
        most: Math.min(Theme.headingPx, Theme.samplePx(2)) // in larger letters the pictures keep the room
        text: root.used ? root.shell.needs.heading : ""
    }
}
