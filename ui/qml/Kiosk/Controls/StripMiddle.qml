pragma Singleton
import QtQuick

// The part of the strip that is left between its controls, as seen from the screen beneath it: there a step says
// how far one is. TopStrip.qml sets it, but for what is needed.
QtObject {
    property real needed: 0 // by what stands there, of the room of the title
    property real x: 0
    property real y: 0 // negative: above the screen
    property real width: 0
    property real height: 0
}
