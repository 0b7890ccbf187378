pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The primary action and the helpers: beneath the body, in one row, or `besides` it in a column on the right. A place that
// is free stays free, and a person is called at the bottom right in both.
Item {
    id: root

    required property Shell shell
    required property PageView view
    required property bool besides
    property bool primaryElsewhere: false // the screen has its main button at a place of its own
    readonly property alias free: free

    readonly property int inner: width - 2 * Theme.marginPx
    readonly property bool empty: view.seats.count === 0 && (primaryElsewhere || !view.primary.present)
    readonly property bool staffRow: shell.strip.staff.count > 0

    implicitHeight: empty ? 0 : column.height + 2 * edge
    readonly property int edge: Theme.landscape ? Theme.marginPx : Theme.textSize > 2 ? snugEdge : Theme.gapPx // over and under the rows: the body needs the height
    // In larger letters: with what is free beneath the body a control's distance (wholeHeight in ScreenFrame.qml).
    readonly property int snugEdge: Math.max(Math.round(Theme.gapPx / 2), Theme.gapPx - Math.floor(0.28 * Theme.marginPx) + 1)

    Rectangle {
        y: root.besides ? Math.max(root.staffRow ? 0 : -root.height, column.y - Theme.marginPx) : 0
        width: root.width
        height: root.height - y
        color: Theme.card

        Rectangle {
            width: parent.width
            height: Theme.borderPx
            color: Theme.line
        }

        Rectangle {
            width: Theme.borderPx
            height: parent.height
            visible: root.besides
            color: Theme.line
        }
    }

    // The free part of a landscape panel's column, for a picture that has no room in the body.
    Item {
        id: free
        x: Theme.marginPx
        y: ringRoom
        width: root.inner
        height: root.besides ? Math.max(0, column.y - Theme.marginPx - ringRoom - y) : 0
        readonly property int ringRoom: 2 * Theme.ringPx
    }

    Column {
        id: column
        x: Theme.marginPx
        y: root.besides ? root.height - height - beneath : root.edge
        // It reaches up beside a notice, so that nothing moves for that. Under the row of staff, which is as wide
        // as the panel, and where answers stand here too, the margin beneath gives way before the distance to
        // what stands above.
        readonly property int beneath: root.staffRow || root.view.ahead > 0 ? Math.min(Theme.marginPx, Math.max(Math.round(Theme.gapPx / 4), root.height - height - Theme.gapPx)) : Theme.marginPx
        width: root.inner
        spacing: Theme.gapPx

        BigButton {
            width: parent.width
            visible: root.view.primary.present && !root.primaryElsewhere
            slot: "primary"
            kind: root.view.primary.kind
            label: root.view.primary.label
            spokenName: root.view.primary.name
            spokenDetail: root.view.primary.described
            icon: root.view.primary.icon
            iconAfter: root.view.primary.icon === "next"
            heard: root.shell.litSlot === slot
            onActivated: root.shell.press(root.view.primary.action)
        }

        Flow {
            id: helpers
            width: parent.width
            spacing: Theme.gapPx

            Repeater {
                id: repeater
                model: root.view.seats
                property int made: 0 // one by one; each counts for its neighbour's height too
                onItemAdded: made++
                onItemRemoved: made--

                BarSeat {
                    required property int index

                    shell: root.shell
                    stacked: !Theme.landscape && index >= root.others
                    width: root.seatWidth(index, helpers.width)
                    height: root.rowHeight(index)
                }
            }
        }
    }

    // Of a row: the three helpers share the last row, what stands before them has two to a row, or its own.
    readonly property list<real> shares: [0.247, 0.32, 0.433] // the words of each on one line, in the largest letters too (French has longer ones)
    readonly property int others: view.ahead

    function rowStart(index: int): int {
        if (besides)
            return index;
        return index >= others ? others : Math.max(0, index - (others - index) % 2);
    }

    function rowEnd(index: int): int {
        if (besides)
            return index;
        return index >= others ? view.seats.count - 1 : index + 1 - (others - index) % 2;
    }

    function seatWidth(index: int, whole: int): int {
        const of = rowEnd(index) - rowStart(index) + 1;
        const share = index >= others && of === shares.length ? shares[index - others] : 1 / of;
        if (of > 1 && index === rowEnd(index)) { // to the last pixel
            let left = whole;
            for (let at = rowStart(index); at < index; at++)
                left -= seatWidth(at, whole) + Theme.gapPx;
            return left;
        }
        return Math.floor((whole - (of - 1) * Theme.gapPx) * share);
    }

    // Neighbours in a row are equally high, also when one of them needs two lines.
    function rowHeight(index: int): real {
        let tallest = 0;
        for (let at = rowStart(index); at <= Math.min(rowEnd(index), repeater.made - 1); at++) {
            const seat = repeater.itemAt(at) as BarSeat;
            if (seat)
                tallest = Math.max(tallest, seat.implicitHeight);
        }
        return tallest;
    }
}
