pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Where and when the points stand this week: as many lines as find room, the first one first, none of them cut.
// Where not all of them do, a last line says whom to ask.
Item {
    id: root

    required property SignInvitation screen // knows how many pixels nothing else needs
    readonly property AttractView attract: screen.attract
    readonly property int room: screen.spare - Theme.gapPx - title.height
    property int fits: 0

    function measure(): void {
        let heights = [];
        for (let at = 0; at < lines.count; at++)
            heights.push(lines.itemAt(at)?.height ?? 0);
        const whole = heights.reduce((sum, one) => sum + one, 0);
        let used = more.height;
        fits = whole <= room ? heights.length : heights.filter(one => (used += one) <= room).length;
    }

    onRoomChanged: measure()
    implicitHeight: fits > 0 ? all.height + Theme.gapPx : 0
    visible: fits > 0

    Column {
        id: all
        y: Theme.gapPx
        width: parent.width

        Words {
            id: title
            width: parent.width
            pixels: Theme.smallPx
            font.bold: true
            text: root.attract.weekTitle
            Accessible.ignored: false
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Repeater {
            id: lines
            model: root.attract.week === "" ? [] : root.attract.week.split("\n")

            Words {
                required property string modelData
                required property int index
                width: all.width
                visible: index < root.fits
                pixels: Theme.smallPx
                text: modelData
                Accessible.ignored: false
                Accessible.role: Accessible.StaticText
                Accessible.name: text
                onHeightChanged: root.measure()
            }

            onItemAdded: root.measure()
            onItemRemoved: root.measure()
        }

        Words {
            id: more
            width: parent.width
            visible: root.fits < lines.count
            pixels: Theme.smallPx
            text: root.attract.weekMore
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
