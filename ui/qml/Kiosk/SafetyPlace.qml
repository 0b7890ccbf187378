import QtQuick
import Kiosk.Controls

// Where a step's safety line stands: after the sentence, always. On pages that end before it, it is drawn at their
// foot; what describes it stays here, so that it is met and told in the same order wherever it is drawn.
Whole {
    id: root

    required property string text
    required property bool stuck // the page shown ends before this
    required property Item stickyPlace
    property bool doubts: false

    height: line.height
    visible: text !== ""
    color: "transparent"

    SafetyLine {
        id: line
        parent: root.stuck ? root.stickyPlace : root
        width: root.width
        visible: root.text !== ""
        doubts: root.doubts
        text: root.text
        Accessible.ignored: root.stuck

        Spot {
            slot: "safety"
            holder: root.stuck ? told : line
        }
    }

    Undrawn {
        id: told
        description: root.text
        Accessible.role: Accessible.StaticText
        Accessible.ignored: !root.stuck
    }
}
