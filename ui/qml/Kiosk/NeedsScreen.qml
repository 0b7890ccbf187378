pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Measuring

// What one comes for, what a need leads to, and the topics: large tiles that share the room. On a lying panel the
// question stands over the actions, where it takes no height from them, if it has room there. Nine tiles have all its
// breadth there, the question before them and the actions beneath.
ScreenFrame {
    id: root

    view: shell.needs
    besides: Theme.landscape && !nine

    // Where the question has room in the place of a tile.
    readonly property bool nine: Theme.landscape && shell.needs.choices.count === 9 && shell.needs.sentence === "" && shell.needs.caption === "" && cell >= 7 * Theme.leastSmallPx && !view.primary.present && view.ahead === 0 && Rulers.text.rows(shell.needs.choices.labels, Theme.fontFamily, Theme.leastSmallPx, cell - Theme.paddingPx, 5, 1).length > 0
    readonly property int cell: Math.floor((wholeWidth - 4 * Theme.gapPx) / 5)

    readonly property bool aside: Theme.landscape && Math.max(asked.height, Theme.headingLine) + (root.shell.needs.caption === "" ? 0 : captioned.height + Math.round(Theme.gapPx / 2)) <= leadPlace.height

    // Upright, in larger letters, eight tiles need its height for their pictures: there it is left to the voice.
    readonly property bool untitled: !Theme.landscape && Theme.textSize > 2 && shell.needs.choices.count > 6

    // What stands over the question there gives its letters before the tiles give their pictures.
    readonly property int captionPx: {
        const room = leadPlace.height - Math.max(asked.height, Theme.headingLine) - Math.round(Theme.gapPx / 2);
        for (let pixels = Theme.smallPx; Theme.landscape && pixels > Theme.leastSmallPx; pixels--)
            if (Rulers.text.rows(shell.needs.caption, Theme.fontFamily, pixels, leadPlace.width, 1, 0)[0] * Math.ceil(pixels * Theme.lineEm) <= room)
                return pixels;
        return Theme.landscape ? Theme.leastSmallPx : Theme.smallPx;
    }

    // Never seen: how high the question stands there.
    Words {
        id: asked
        visible: false
        width: root.leadPlace.width
        pixels: Theme.labelPx // no larger on more than one line
        font.bold: true
        text: root.shell.needs.heading
    }

    Words {
        id: captioned
        visible: false
        width: root.leadPlace.width
        pixels: root.captionPx
        font.bold: true
        text: root.shell.needs.caption
    }

    NeedsHeading {
        parent: root.leadPlace
        width: root.leadPlace.width
        shell: root.shell
        used: root.aside
        captionPx: root.captionPx
    }

    NeedsHeading {
        parent: tiles.leadPlace
        width: tiles.leadPlace.width
        shell: root.shell
        used: root.nine
        narrow: true
    }

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: tiles

        NeedsHeading {
            width: parent.width
            shell: root.shell
            used: !root.aside && !root.nine && !root.untitled
        }

        Undrawn {
            visible: root.untitled
            description: root.shell.needs.heading
            Accessible.role: Accessible.Heading

            Spot {
                slot: root.untitled ? "heading" : ""
            }
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            pixels: root.shell.needs.choices.count > 9 ? Theme.leastSmallPx : root.shell.needs.choices.count > 6 ? Math.min(Theme.labelPx, Theme.textPx) : Theme.textPx // so many tiles need the room
            text: root.shell.needs.sentence
        }

        NeedTiles {
            id: tiles
            width: parent.width
            rows: root.shell.needs.choices
            whole: root.shell.needs.together
            leads: root.nine
            room: column.rest
            pageRoom: root.pageRoom
            above: root.bodyHeight - column.rest
            litSlot: root.shell.litSlot
            onPressed: action => root.shell.press(action)
        }
    }
}
