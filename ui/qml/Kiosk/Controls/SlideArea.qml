import QtQuick

// Where a finger may slide. Fingers are followed by the window (ui/window/input/hand_watch.py), which sets `moved` and, once the
// finger is lifted, calls `slide` with the way it went: "right", "left", "up", "down", or "" where it went none clearly.
// Where nothing is to be slid it takes the touches that meet no control.
Item {
    id: area

    property bool slides: true // something is to be slid here
    property point moved: Qt.point(0, 0) // so far a finger has slid over it, in pixels
    signal slid(way: string, x: real, y: real) // and where it came down

    function slide(way: string, x: real, y: real): void {
        if (area.enabled && Hands.gate.admit())
            area.slid(way, x, y);
    }

    Accessible.ignored: true
}
