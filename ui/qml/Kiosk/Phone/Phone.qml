import QtQuick
import Kiosk.Controls
import Kiosk.Models

// A drawn screen, desk or paper in any box, with a ring and an arrow where the resident must act.
// In a low box, and where it is to be seen closer, the phone is drawn larger than the box is high and moved so that the ring is in sight.
Item {
    id: phone

    required property PhoneView view
    property real zoom: 1
    property bool practised: false
    property bool traced: practised
    property point slid: Qt.point(0, 0)
    property color ground: Theme.picture

    readonly property real across: view.frame === "browser" ? 140 : view.frame === "board" ? 116 : 100
    readonly property real upright: view.frame === "browser" ? 124 : view.frame === "board" ? 132 : practised && Theme.landscape ? 162 : 170 // lower, so that its rows are high enough to be touched
    readonly property real unitWhole: height / upright
    readonly property real unitNear: Math.min(width / (across + 70), height / 85)
    readonly property bool whole: practised || !enlarged && unitWhole >= 0.76 * unitNear
    // To be touched it is seen whole, with nothing beside it.
    readonly property real unitUsual: practised ? Math.min(width / (across + 8), unitWhole) : Math.min(width / (across + 48), (unitWhole >= 0.76 * unitNear ? unitWhole : unitNear) * zoom)

    // Closer, the screen fills the box, with room for the arrow above the place to act, or in a low box beside it.
    readonly property bool low: width > 1.25 * height
    readonly property real breadth: view.closer === "narrow" ? 62 : across + 6 // of what must be in sight
    readonly property real unitCloser: low ? Math.min(width / (breadth + 42), height / (view.tall + 12)) : Math.min(width / breadth, height / (view.tall + 42))
    readonly property bool enlarged: view.closer !== "" && unitCloser > unitUsual
    readonly property bool fromAbove: enlarged && !low
    readonly property bool besideNarrow: enlarged && low && view.closer === "narrow"
    readonly property string side: fromAbove ? "above" : besideNarrow && view.pointerSide === "above" ? "right" : view.pointerSide
    readonly property real unit: enlarged ? unitCloser : unitUsual
    readonly property rect chosen: pen.chosen === null ? Qt.rect(0, 0, 0, 0) : pen.placeIn(pen.chosen, phone)
    readonly property bool headIsCut: device.y < 0
    readonly property bool footIsCut: device.y + device.tall > height
    readonly property real grown: pen.ringPad + pen.ringWidth

    readonly property rect framed: Qt.rect(device.x, device.y, device.broad, device.tall) // the phone itself
    readonly property real closest: view.columns > 2 ? Math.round(4 * unit) : pen.gap // from one element to the next

    // Where the element of that number stands; nowhere while it is not drawn.
    function placeOf(order: int): rect {
        const drawn = pen.drawn[order];
        return drawn === undefined ? Qt.rect(0, 0, 0, 0) : pen.placeIn(drawn, phone);
    }

    // The number of the element nearest to a point, as far as half of what lies between two; -1: none.
    function elementAt(x: real, y: real): int {
        let nearest = -1;
        let least = pen.gap / 2;
        for (const order of Object.keys(pen.drawn)) {
            const place = placeOf(parseInt(order));
            const away = Math.max(place.x - x, x - place.x - place.width, place.y - y, y - place.y - place.height, 0);
            if (away <= least) {
                least = away;
                nearest = parseInt(order);
            }
        }
        return nearest;
    }

    clip: true

    Pen {
        id: pen

        unit: phone.unit
        canvas: phone
        practised: phone.practised
        traced: phone.traced
        slid: phone.slid
        roomy: phone.whole
        fadedHead: phone.headIsCut ? head.height : 0
        fadedFoot: phone.footIsCut ? foot.height : 0
    }

    Device {
        id: device

        readonly property real margin: Math.round(3 * pen.unit)
        readonly property real side: Math.round(43 * pen.unit)
        readonly property real broad: width * scale
        readonly property real tall: height * scale
        readonly property real slack: phone.height - tall - 2 * margin
        // Where the middle of the ring stands, counted from the head of the device.
        readonly property rect place: pen.chosen === null ? Qt.rect(0, 0, 0, 0) : pen.placeIn(pen.chosen, device)
        readonly property real middle: place.y + place.height / 2

        view: phone.view
        pen: pen
        width: Math.round(phone.across * pen.unit)
        height: Math.round(Math.max(implicitHeight, (phone.upright - 6) * pen.unit))
        // A screen of many rows is drawn smaller where it is practised on: what is beyond the edge could not be touched.
        scale: phone.practised && height > phone.height ? phone.height / height : 1
        transformOrigin: Item.TopLeft
        x: {
            if (phone.fromAbove)
                return Math.round(phone.width / 2 - (phone.view.closer === "narrow" ? place.x + place.width / 2 : width / 2));
            if (phone.besideNarrow) {
                const free = (phone.width - place.width - 42 * pen.unit) / 2;
                return Math.round(free - place.x + (phone.side === "left" ? 42 * pen.unit : 0));
            }
            const centred = (phone.width - broad) / 2;
            if (phone.practised)
                return Math.round(centred);
            const shifted = phone.view.pointerSide === "left" ? Math.max(centred, side) : Math.min(centred, phone.width - width - side);
            return Math.round(shifted);
        }
        // Under the arrow that comes from above.
        readonly property real hung: Math.max(32 * pen.unit, phone.height / 2 - reach) + phone.grown - place.y
        y: Math.round(phone.fromAbove ? hung : slack >= 0 || phone.practised ? margin + slack / 2 : lowered)

        // Its head in sight if the ring is too, otherwise its foot, otherwise the ring in the middle.
        readonly property real reach: (pen.chosen === null ? 0 : pen.chosen.height / 2) + phone.grown + margin
        readonly property bool headShows: margin + middle + reach + 2 * margin <= phone.height
        readonly property bool footShows: margin + slack + middle - reach - 2 * margin >= 0
        readonly property real lowered: headShows ? margin : footShows ? margin + slack : phone.height / 2 - middle
    }

    EdgeFade {
        id: head

        visible: phone.headIsCut
        ground: phone.ground
        width: phone.width
        height: Math.round(6 * pen.unit)
        lower: false
    }

    EdgeFade {
        id: foot

        visible: phone.footIsCut
        ground: phone.ground
        width: phone.width
        height: Math.round(9 * pen.unit)
        y: phone.height - height
    }

    Pointer {
        readonly property real reach: Math.round(15 * pen.unit)

        anchors.fill: parent
        view: phone.view
        pen: pen
        side: phone.side
        ringOnly: phone.practised
        visible: phone.view.pointed
        ring: Qt.rect(phone.chosen.x - phone.grown, phone.chosen.y - phone.grown, phone.chosen.width + 2 * phone.grown, phone.chosen.height + 2 * phone.grown)
        badgeX: fromLeft ? Math.max(reach, device.x - 34 * pen.unit) : Math.min(phone.width - reach, device.x + device.width + 34 * pen.unit)
        badgeY: Math.max(reach, Math.min(phone.height - reach, fromAbove ? tipY - 14 * pen.unit : tipY - 13 * pen.unit))
    }

    SlideArrow {
        pen: pen
        way: phone.view.slide
        visible: phone.view.arrowed
        over: pen.chosen === null ? phone.framed : phone.chosen
        whole: pen.chosen === null
    }
}
