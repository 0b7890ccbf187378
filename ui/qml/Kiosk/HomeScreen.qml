pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Settings, and what staff choose from, as large tiles that share the room. On a lying panel the title of many, or one
// that would send tiles overleaf, stands over the actions, where it takes no height from them, if it has room there.
ScreenFrame {
    id: root

    view: shell.home

    readonly property bool aside: Theme.landscape && (tiles.count > 4 || crowded) && asked.height <= leadPlace.height
    readonly property int mostTitle: tiles.count > 6 && (Theme.low || Theme.textSize > 2) ? Math.min(Theme.headingPx, Theme.samplePx(2)) : Theme.headingPx

    // By what they need, wherever the title stands: this must not follow from it.
    readonly property bool crowded: {
        const gaps = tiles.spacing * Math.max(0, tiles.rows - 1);
        const beneath = lines.text === "" ? 0 : lines.height + Theme.gapPx;
        return full.height + Theme.gapPx + beneath + tiles.total(tiles.count <= 7) + gaps > wholeHeight;
    }

    // Never seen: how high title and sentence stand over the tiles.
    Words {
        id: full
        visible: false
        width: root.bodyWidth
        pixels: Theme.headingPx
        font.bold: true
        text: Theme.landscape ? root.shell.home.heading : ""
    }

    Words {
        id: lines
        visible: false
        width: root.bodyWidth
        pixels: Theme.textPx
        text: Theme.landscape ? root.shell.home.sentence : ""
    }

    // Never seen: how high the title stands there.
    Words {
        id: asked
        visible: false
        width: root.leadPlace.width
        pixels: Theme.labelPx // no larger on more than one line
        font.bold: true
        text: root.shell.home.heading
    }

    ScreenHeading {
        parent: root.leadPlace
        width: root.leadPlace.width
        shell: root.shell
        slot: root.aside ? "heading" : ""
        short: true
        most: root.mostTitle
        text: root.aside ? root.shell.home.heading : ""
    }

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: tiles

        ReadableWords {
            width: parent.width
            slot: "caption"
            pixels: Theme.smallPx
            font.bold: true
            color: Theme.soft
            text: root.shell.home.caption
        }

        ScreenHeading {
            width: parent.width
            shell: root.shell
            slot: root.aside ? "" : "heading"
            short: tiles.count > 6
            most: root.mostTitle
            text: root.aside ? "" : root.shell.home.heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.shell.home.sentence
        }

        Flow {
            id: tiles
            width: parent.width
            spacing: Theme.gapPx
            readonly property bool dense: root.shell.home.dense
            // Beside each other where the longest word of all stands beside its sign.
            readonly property int half: Math.floor((width - spacing) / 2)
            readonly property int columns: flat && half < widest.contentWidth + (bare ? 2 * pad : beside) ? 1 : 2
            // Of many answers the signs give way where only they keep two from standing beside each other; not those
            // of settings, which show what is on.
            readonly property bool bare: signed && count > 7 && !settings && half < widest.contentWidth + beside && half >= widest.contentWidth + 2 * pad
            readonly property bool settings: {
                for (let at = 0; at < made; at++)
                    if ((repeater.itemAt(at) as Tile)?.turned)
                        return true;
                return false;
            }
            readonly property int pad: Math.round(Theme.paddingPx * 0.75) // a flat tile's
            readonly property bool signed: made > 0 && (repeater.itemAt(0) as Tile)?.icon !== ""
            readonly property int beside: signed ? Math.round(Theme.tileIconPx * 0.8 * (root.shell.home.choices.pictured ? 1.4 : 1)) + 3 * pad : 2 * pad
            // In larger letters too: so all topics stand on one page.
            readonly property bool flat: Theme.landscape || Theme.low || Theme.textSize > 1 || count > 7
            readonly property int count: root.shell.home.choices.count
            readonly property int rows: Math.ceil(count / columns)
            readonly property int room: Math.max(0, column.rest - (rows - 1) * spacing)
            // The number of guides is left to the voice where all topics fit without it.
            readonly property bool brief: count <= 7 && total(false) > room // settings tell how they stand
            // A few tiles do not swell to fill the glass.
            readonly property int most: count < 5 ? Math.round(Theme.targetPx * 0.6) : room
            readonly property int extra: Math.max(0, Math.min(most, Math.floor((room - total(brief)) / Math.max(1, rows))))

            property int made: 0 // tiles come one by one; each counts for its neighbour's height too

            // What the tallest tile of a row needs.
            function rowNeeds(row: int, brief: bool): int {
                let tallest = 0;
                for (let at = row * columns; at < Math.min(made, (row + 1) * columns); at++) {
                    const tile = repeater.itemAt(at) as Tile;
                    if (tile)
                        tallest = Math.max(tallest, tile.flat && brief ? tile.briefHeight : tile.fullHeight);
                }
                return tallest;
            }

            // The tallest title of a row: the pictures over it are alike.
            function titleRoom(row: int): int {
                let tallest = 0;
                for (let at = row * columns; at < Math.min(made, (row + 1) * columns); at++)
                    tallest = Math.max(tallest, (repeater.itemAt(at) as Tile)?.titleHeight ?? 0);
                return tallest;
            }

            function total(brief: bool): int {
                let sum = 0;
                for (let row = 0; row < rows; row++)
                    sum += rowNeeds(row, brief);
                return sum;
            }

            function titles(): string {
                let all = "";
                for (let at = 0; at < made; at++)
                    all += "\n" + ((repeater.itemAt(at) as Tile)?.title ?? "");
                return all;
            }

            Words {
                id: widest // its longest word is as broad as it gets
                visible: false
                width: 1
                pixels: tiles.dense ? Theme.leastSmallPx : Theme.labelPx
                font.bold: true
                text: tiles.titles()
            }

            Repeater {
                id: repeater
                model: root.shell.home.choices
                onItemAdded: tiles.made++
                onItemRemoved: tiles.made--

                Tile {
                    required property int index
                    required property string action
                    required icon
                    required picture
                    required detail
                    required turned
                    required also
                    required property string label
                    required property string name
                    required property string described
                    readonly property bool alone: index === tiles.count - 1 && index % tiles.columns === 0

                    title: label
                    slot: action
                    spokenName: name
                    spokenDetail: described
                    heard: root.shell.litSlot === action
                    flat: tiles.flat || alone || icon === ""
                    brief: tiles.brief
                    titleRoom: tiles.titleRoom(Math.floor(index / tiles.columns))
                    bare: tiles.bare
                    pixels: tiles.dense ? Theme.leastSmallPx : Theme.labelPx
                    least: tiles.dense ? Theme.chipPx : Theme.targetPx
                    alarming: action === "topic.an-toan"
                    width: alone ? tiles.width : Math.floor((tiles.width - (tiles.columns - 1) * Theme.gapPx) / tiles.columns)
                    height: tiles.rowNeeds(Math.floor(index / tiles.columns), brief) + tiles.extra
                    onActivated: root.shell.press(action)
                }
            }
        }
    }
}
