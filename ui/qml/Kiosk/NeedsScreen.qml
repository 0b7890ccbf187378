pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// What one comes for, what a need leads to, and the topics: large tiles that share the room. On a lying panel the
// question stands over the actions, where it takes no height from them, if it has room there.
ScreenFrame {
    id: root

    view: shell.needs

    readonly property bool aside: Theme.landscape && asked.height + 2 * Theme.smallLine <= leadPlace.height

    // Never seen: how high the question stands there.
    Words {
        id: asked
        visible: false
        width: root.leadPlace.width
        pixels: Theme.headingPx
        font.bold: true
        text: root.shell.needs.heading
    }

    NeedsHeading {
        parent: root.leadPlace
        width: root.leadPlace.width
        shell: root.shell
        used: root.aside
    }

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: tiles

        NeedsHeading {
            width: parent.width
            shell: root.shell
            used: !root.aside
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.shell.needs.sentence
        }

        NeedTiles {
            id: tiles
            width: parent.width
            rows: root.shell.needs.choices
            room: column.rest
            pageRoom: root.pageRoom
            above: root.bodyHeight - column.rest
            litSlot: root.shell.litSlot
            onPressed: action => root.shell.press(action)
        }
    }
}
