pragma Singleton
import QtQuick

// The part of the strip that is left between its controls, as seen from the screen beneath it: there a step says
// how far one is. TopStrip.qml sets it.
QtObject {
    property real x: 0
    property real y: 0 // negative: above the screen
    property real width: 0
    property real height: 0
}
