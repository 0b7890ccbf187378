import QtQuick
import Kiosk.Controls

// What every part of one picture shares: the unit it is drawn in and the element the arrow points to.
// A phone is 100 units wide, so that a picture keeps its proportions in any box.
QtObject {

    required property real unit
    required property Item canvas
    property Item chosen
    property bool practised: false
    property bool traced: practised // what lies over the elements asks where they stand
    property point slid: Qt.point(0, 0) // so far a finger has slid over it, for practice
    property real fadedHead: 0 // heights at the edges where a cropped picture fades away
    property real fadedFoot: 0
    property bool roomy: true // the box is tall enough for a whole phone

    readonly property real labelPx: Math.round(7.6 * unit)
    readonly property real smallPx: Math.round(7 * unit)
    readonly property real appPx: Math.round(6.5 * unit)
    readonly property real titlePx: Math.round(8.4 * unit)
    readonly property real numberPx: Math.round(11 * unit)
    readonly property real gap: Math.round(6.6 * unit)
    readonly property real pad: Math.round(6 * unit)
    readonly property real inset: Math.round(3.6 * unit)
    readonly property real radius: Math.round(3.8 * unit)
    readonly property real stroke: Math.max(2, Math.round(0.6 * unit))
    readonly property real bar: Math.round(4.2 * unit)
    readonly property real ringPad: Math.round(1.6 * unit)
    readonly property real markerLine: Math.max(2, Math.round(0.7 * unit)) // on either side of ring and arrow
    readonly property real ringWidth: Math.round(2 * unit) + 2 * markerLine

    readonly property real roof: Math.round(0.58 * canvas.height) // the tallest a single picture may be

    // The elements drawn, by their number: where they stand is read from them, whatever moves.
    property var drawn: ({})

    function draw(order: int, item: Item): void {
        const now = Object.assign({}, drawn);
        if (item === null)
            delete now[order];
        else
            now[order] = item;
        drawn = now;
    }

    readonly property color bars: Theme.line
    readonly property color outline: Theme.line

    // Reads x, y and scale of every ancestor, so that a binding on it follows whatever moves. What is scaled is so from
    // its upper left corner.
    function placeIn(item: Item, whole: Item): rect {
        let x = 0;
        let y = 0;
        let scale = 1;
        for (let at = item; at !== null && at !== whole; at = at.parent) {
            x = at.x + at.scale * x;
            y = at.y + at.scale * y;
            scale *= at.scale;
        }
        return Qt.rect(x, y, scale * item.width, scale * item.height);
    }

    // Whether a place lies wholly inside the picture: what the edge would cut is not drawn at all.
    function holds(place: rect): bool {
        return place.y > fadedHead - 1 && place.y + place.height < canvas.height - fadedFoot + 1;
    }

    function glyph(name: string, ink: color, accent: color, px: real): string {
        return "image://glyph/" + name + "/" + ink.toString().slice(1) + "/" + accent.toString().slice(1) + "/" + Math.ceil(px);
    }
}
