import QtQuick
import Kiosk.Controls

// A short text that is not read aloud by itself, but is met by whoever moves through the screen.
Words {
    id: root

    required property string slot
    property int ringGap: Theme.ringPx

    visible: text !== ""
    Accessible.ignored: false
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Spot {
        slot: root.slot
        gap: root.ringGap
    }
}
