pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The answers to what is typed: side by side over the keys, or one beneath the other beside them.
Grid {
    id: root

    required property ControlRows answers
    required property int room
    required property bool upright
    required property string litSlot
    signal pressed(string action)

    readonly property int count: answers.count
    readonly property int lines: upright ? 1 : count
    readonly property int each: Math.floor((width - (columns - 1) * spacing) / columns)
    // No higher than its picture, which is 7 by 5, can be drawn.
    readonly property int tileHeight: Math.max(0, Math.min(words + Math.round(each * 0.8), Math.floor((room - Math.max(0, lines - 1) * spacing) / Math.max(1, lines))))
    property int made: 0

    // What the longest words of all need.
    readonly property int words: {
        let tallest = 0;
        for (let at = 0; at < Math.min(made, count); at++)
            tallest = Math.max(tallest, (tiles.itemAt(at) as NeedTile)?.wordsHeight ?? 0);
        return tallest;
    }

    columns: upright ? Math.max(1, count) : 1
    spacing: Theme.gapPx

    Repeater {
        id: tiles
        model: root.answers
        onItemAdded: root.made++
        onItemRemoved: root.made--

        NeedTile {
            required property string action
            required picture
            required ground
            required urgent
            required property string label
            required property string name
            required property string described

            title: label
            slot: action
            spokenName: name
            spokenDetail: described
            heard: root.litSlot === action
            pixels: root.upright ? Theme.labelPx : Theme.leastSmallPx
            width: root.each
            height: root.tileHeight
            plateHeight: Math.max(0, root.tileHeight - root.words)
            mayTurn: !root.upright
            onActivated: root.pressed(action)
        }
    }
}
