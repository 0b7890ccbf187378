pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls
import Kiosk.Measuring

// Tiles of needs, or of the guides of one, that share the room: all their pictures are alike high, and as high as that.
Flow {
    id: root

    required property ControlRows rows
    required property int room
    required property string litSlot
    readonly property bool narrow: Theme.landscape // fewer, or broader than high: the words begin smaller
    property bool whole: false // there is one page alone: nine stand in five columns on a lying panel
    property bool leads: false // its first cell is left to what asks: five columns on a lying panel
    readonly property Item leadPlace: lead
    signal pressed(string action)

    readonly property int count: rows.count
    readonly property int ahead: leads ? 1 : 0
    readonly property bool many: whole && count > 9 // as the menu of staff: they share one page all the same
    readonly property int columns: many ? (Theme.landscape && broad <= (width - 3 * spacing) / 4 ? 4 : 3) : Theme.landscape ? (leads || whole && count === 9 ? 5 : count < 4 ? Math.max(1, count) : count === 4 ? 2 : count < 7 || count > 8 || broad > (width - 3 * spacing) / 4 ? 3 : 4) : count < 4 ? 1 : nine ? 3 : 2
    readonly property bool nine: !Theme.landscape && count === 9 && fits(Theme.samplePx(1), 3) // share a page, upright
    readonly property int broad: longest.contentWidth + Theme.paddingPx // the longest word of all
    readonly property int lines: Math.ceil((ahead + count) / columns)
    readonly property int words: {
        let sum = 0;
        for (let line = 0; line < lines; line++)
            sum += wordsOf(line);
        return sum;
    }
    readonly property int gaps: (lines - 1) * spacing
    readonly property int least: Math.round(Theme.answerPicturePx * (many ? 0.15 : Theme.low ? 0.6 : 0.45)) // before a tile goes overleaf
    // More than eight are turned over, six on each page; up to eight share one, and nine in three or five columns.
    property int pageRoom: room // of all that stands on the first page
    property int above: 0 // what stands over them there
    readonly property int shared: Math.ceil(6 / columns) // lines of a page
    readonly property bool together: count <= 8 || nine || leads || whole
    readonly property int pictureHeight: {
        if (lines < 1)
            return least;
        if (together)
            return Math.max(least, Math.floor((room - words - gaps) / lines));
        let tallest = 0;
        for (let line = 0; line < lines; line++)
            tallest = Math.max(tallest, wordsOf(line));
        return Math.max(least, Math.floor((pageRoom - above - (shared - 1) * spacing) / shared) - tallest);
    }

    // The words of all are alike large: as large as they may be while no word is broken and the pictures keep their room.
    readonly property int usual: narrow || many ? Theme.leastSmallPx : Theme.labelPx
    readonly property int keptPicture: Math.round((Theme.low ? 1 : 1.35) * Theme.fairPicturePx)
    readonly property int wordsPx: {
        for (let pixels = Math.max(usual, Theme.tileLabelPx); pixels > usual; pixels -= 2)
            if (keeps(pixels))
                return pixels;
        for (let pixels = usual; nine && pixels > Theme.samplePx(1); pixels--)
            if (fits(pixels, 3))
                return pixels;
        return nine ? Math.min(usual, Theme.samplePx(1)) : usual;
    }

    function tileWidth(columns: int): int {
        return Math.floor((width - (columns - 1) * spacing) / columns);
    }

    // Whether no word is broken in so many columns.
    function fits(pixels: int, columns: int): bool {
        return rowsOf(pixels, columns).length > 0;
    }

    function rowsOf(pixels: int, columns: int): list<int> {
        return Rulers.text.rows(rows.labels, Theme.fontFamily, pixels, tileWidth(columns) - 2 * sample.pad, columns, ahead).map(Number);
    }

    // Whether in letters so large the words leave the pictures what they should have.
    function keeps(pixels: int): bool {
        const taken = rowsOf(pixels, columns);
        if (taken.length === 0)
            return false;
        const line = Math.ceil(pixels * Theme.lineEm);
        const around = sample.wordsHeight - sample.lineHeight + 4 * Theme.borderPx; // an urgent tile has a broader edge
        const picture = together ? (room - gaps - taken.reduce((sum, one) => sum + one * line + around, 0)) / lines : (pageRoom - above - (shared - 1) * spacing) / shared - Math.max(...taken) * line - around;
        return 0.94 * picture >= Math.min(keptPicture, Math.floor(tileWidth(columns) / 1.4));
    }

    property int made: 0 // tiles come one by one; each counts for its neighbours' words too

    // What the longest words of a line of tiles need.
    function wordsOf(line: int): int {
        let tallest = 0;
        for (let at = Math.max(0, line * columns - ahead); at < Math.min(made, (line + 1) * columns - ahead); at++)
            tallest = Math.max(tallest, (tiles.itemAt(at) as NeedTile)?.wordsHeight ?? 0);
        return tallest;
    }

    spacing: Theme.gapPx

    // Never seen: its content is as broad as the longest word.
    Words {
        id: longest
        visible: false
        width: 1
        pixels: root.usual
        font.bold: true
        text: root.rows.labels
    }

    // Never seen: what a tile has around its words.
    NeedTile {
        id: sample
        readonly property int lineHeight: Math.ceil(pixels * Theme.lineEm)
        visible: false
        enabled: false
        title: "x"
        pixels: root.usual
        width: 10 * pixels
    }

    Item {
        id: lead
        visible: root.leads
        width: root.tileWidth(root.columns)
        height: root.pictureHeight + root.wordsOf(0)
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
            readonly property int cell: index + root.ahead
            readonly property bool alone: index === root.count - 1 && cell % root.columns === 0

            title: label
            slot: action
            spokenName: name
            spokenDetail: described
            heard: root.litSlot === action
            pixels: root.wordsPx
            plateHeight: parent === null ? 0 : root.pictureHeight // one that has gone is not drawn anew
            width: alone ? root.width : root.tileWidth(root.columns)
            height: root.pictureHeight + root.wordsOf(Math.floor(cell / root.columns))
            onActivated: root.pressed(action)
        }
    }
}
