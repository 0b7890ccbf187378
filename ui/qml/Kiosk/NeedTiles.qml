pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Tiles of needs, or of the guides of one, that share the room: all their pictures are alike high, and as high as that.
Flow {
    id: root

    required property ControlRows rows
    required property int room
    required property string litSlot
    property bool narrow: Theme.landscape // beside the actions: the words are as small as those of the strip
    signal pressed(string action)

    readonly property int count: rows.count
    readonly property int columns: Theme.landscape ? (count < 4 ? Math.max(1, count) : count === 4 ? 2 : count < 7 || count > 8 || broad > (width - 3 * spacing) / 4 ? 3 : 4) : count < 4 ? 1 : nine ? 3 : 2
    readonly property bool nine: !Theme.landscape && count === 9 && broad <= (width - 2 * spacing) / 3 // share a page, upright
    readonly property int broad: longest.contentWidth + Theme.paddingPx // the longest word of all
    readonly property int lines: Math.ceil(count / columns)
    readonly property int words: {
        let sum = 0;
        for (let line = 0; line < lines; line++)
            sum += wordsOf(line);
        return sum;
    }
    readonly property int gaps: (lines - 1) * spacing
    readonly property int least: Math.round(Theme.answerPicturePx * (Theme.low ? 0.6 : 0.45)) // before a tile goes overleaf
    // More than eight are turned over, six on each page; up to eight share one, and nine in three columns.
    property int pageRoom: room // of all that stands on the first page
    property int above: 0 // what stands over them there
    readonly property int shared: Math.ceil(6 / columns) // lines of a page
    readonly property int pictureHeight: {
        if (lines < 1)
            return least;
        if (count <= 8 || nine)
            return Math.max(least, Math.floor((room - words - gaps) / lines));
        let tallest = 0;
        for (let line = 0; line < lines; line++)
            tallest = Math.max(tallest, wordsOf(line));
        return Math.max(least, Math.floor((pageRoom - above - (shared - 1) * spacing) / shared) - tallest);
    }
    property int made: 0 // tiles come one by one; each counts for its neighbours' words too

    // What the longest words of a line of tiles need.
    function wordsOf(line: int): int {
        let tallest = 0;
        for (let at = line * columns; at < Math.min(made, (line + 1) * columns); at++)
            tallest = Math.max(tallest, (tiles.itemAt(at) as NeedTile)?.wordsHeight ?? 0);
        return tallest;
    }

    spacing: Theme.gapPx

    // Never seen: its content is as broad as the longest word.
    Words {
        id: longest
        visible: false
        width: 1
        pixels: root.narrow ? Theme.chipLabelPx : Theme.labelPx
        font.bold: true
        text: root.rows.labels
    }

    Repeater {
        id: tiles
        model: root.rows
        onItemAdded: root.made++
        onItemRemoved: root.made--

        NeedTile {
            required property int index
            required property string action
            required picture
            required ground
            required urgent
            required turned
            required property string label
            required property string name
            required property string described
            readonly property bool alone: index === root.count - 1 && index % root.columns === 0

            title: label
            slot: action
            spokenName: name
            spokenDetail: described
            heard: root.litSlot === action
            pixels: root.narrow ? Theme.chipLabelPx : Theme.labelPx
            plateHeight: root.pictureHeight
            width: alone ? root.width : Math.floor((root.width - (root.columns - 1) * root.spacing) / root.columns)
            height: root.pictureHeight + root.wordsOf(Math.floor(index / root.columns))
            onActivated: root.pressed(action)
        }
    }
}
