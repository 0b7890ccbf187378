pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Figures side by side, as many as fit, those of a row equally high.
Flow {
    id: root

    required property Shell shell
    required property ControlRows figures
    property bool large: false
    property int first: 0 // the number of the first one among all figures of the screen

    readonly property int leastPx: Theme.smallPx * (large ? 8 : 11)
    readonly property int columns: Math.max(1, Math.min(3, figures.count, Math.floor((width + spacing) / (leastPx + spacing))))
    readonly property int each: Math.floor((width - (columns - 1) * spacing) / columns)
    property int made: 0

    spacing: Theme.gapPx
    visible: figures.count > 0
    Accessible.role: Accessible.List

    function rowHeight(index: int): real {
        const from = index - index % columns;
        let tallest = 0;
        for (let at = from; at < Math.min(made, from + columns); at++) {
            const card = repeater.itemAt(at) as FigureCard;
            if (card)
                tallest = Math.max(tallest, card.needs);
        }
        return tallest;
    }

    Repeater {
        id: repeater
        model: root.figures
        onItemAdded: root.made = count
        onItemRemoved: root.made = count

        FigureCard {
            required property int index
            required property string label
            required property string detail
            required property string name

            width: root.each
            height: Math.max(needs, root.rowHeight(index))
            large: root.large
            number: label
            words: detail
            spoken: name
            slot: "figure." + (root.first + index)
            heard: root.shell.litSlot === slot
        }
    }
}
