pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The guides and steps that an end leads to: each a tile with a picture of its own beside its words, two side by side. On an
// upright screen the words of two stand beneath their pictures.
Row {
    id: root

    required property Shell shell
    required property PageView view
    required property ControlRows rows

    property bool tall: false
    readonly property int side: Theme.answerPicturePx * (tall ? 2 : 1)
    readonly property int tallHeight: 2 * Theme.answerPicturePx + 2 * Theme.pictureInset
    readonly property bool over: !Theme.landscape && rows.count > 1
    property int made: 0

    spacing: Theme.gapPx
    visible: rows.count > 0

    // Neighbours are equally high.
    readonly property int tallest: {
        let most = 0;
        for (let at = 0; at < Math.min(made, tiles.count); at++)
            most = Math.max(most, (tiles.itemAt(at) as ChoiceButton)?.implicitHeight ?? 0);
        return most;
    }

    Repeater {
        id: tiles
        model: root.rows
        onItemAdded: root.made++
        onItemRemoved: root.made--

        ChoiceButton {
            id: tile
            required property string action
            required property string name
            required property string described
            required icon
            required picture

            width: Math.floor((root.width - (root.rows.count - 1) * Theme.gapPx) / Math.max(1, root.rows.count))
            height: root.tallest
            snug: true
            pictureSide: Math.round(root.side * (Theme.low ? 1 : 1.08)) // a picture does not fill its plate
            pictureOver: root.over
            slot: action
            spokenName: name
            spokenDetail: described
            heard: root.view.shown && root.shell.litSlot === action
            pixels: longest.contentWidth > room ? Math.max(1, Math.floor(Theme.labelPx * room / longest.contentWidth)) : Theme.labelPx
            onActivated: root.shell.press(action)

            readonly property int room: width - 2 * Theme.paddingPx - (root.over ? 0 : pictureSide + Theme.pictureInset) - (leadsOn ? 2 * Theme.labelPx : 0)

            // Never seen: its content is as broad as the longest word.
            Words {
                id: longest
                visible: false
                width: 1
                pixels: Theme.labelPx
                font.bold: true
                text: tile.label
            }
        }
    }
}
