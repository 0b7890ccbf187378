pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Figures side by side, as many as fit, those of a row equally high. Large ones stand all abreast; where they
// cannot, they are no larger than the others: so all of them are on one page.
Flow {
    id: root

    required property Shell shell
    required property ControlRows figures
    property bool large: false
    property bool inOneRow: false // also where their names take two lines: beside their numbers, else beneath them
    property int first: 0 // the number of the first one among all figures of the screen

    readonly property int most: Math.max(1, Math.min(3, figures.count))
    readonly property bool abreast: large && largest(card => card.stands ? 0 : 1) === 0
    readonly property bool beside: inOneRow && largest(card => card.standsBeside ? 0 : 1) === 0
    readonly property bool over: inOneRow && !beside && largest(card => card.stands ? 0 : 1) === 0
    readonly property int columns: abreast ? most : inOneRow ? (beside || over ? most : 1) : Math.max(1, Math.min(most, Math.floor((width + spacing) / (Theme.smallPx * 11 + spacing))))
    readonly property int each: share(columns)
    // Of all of a row alike: as large as the longest number allows.
    readonly property int numberPx: Math.min(Theme.numberPx, Math.floor((each - 2 * Theme.paddingPx) * 1.6 / Math.max(1, largest(card => card.number.length))))
    property int made: 0

    spacing: inOneRow ? Math.max(Math.round(Theme.gapPx / 2), 2 * Theme.ringPx + 3) : Theme.gapPx // the ring round one stays clear of the next
    visible: figures.count > 0
    Accessible.role: Accessible.List

    function rowHeight(index: int): real {
        const from = index - index % columns;
        return largest(card => card.needs, from, from + columns);
    }

    function share(columns: int): int {
        return Math.floor((width - (columns - 1) * spacing) / columns);
    }

    // The most that *of* says of any card, or of those from one to another.
    function largest(of: var, from = 0, until = made): real {
        let most = 0;
        for (let at = from; at < Math.min(made, until); at++) {
            const card = repeater.itemAt(at) as FigureCard;
            if (card)
                most = Math.max(most, of(card));
        }
        return most;
    }

    Repeater {
        id: repeater
        model: root.figures
        onItemAdded: root.made++
        onItemRemoved: root.made--

        FigureCard {
            required property int index
            required property string label
            required property string detail
            required property string name

            width: root.each
            height: Math.max(needs, root.rowHeight(index))
            large: root.abreast
            over: root.over
            abreast: root.share(root.most)
            numberPx: root.numberPx
            number: label
            words: detail
            spoken: name
            slot: "figure." + (root.first + index)
            heard: root.shell.litSlot === slot
        }
    }
}
