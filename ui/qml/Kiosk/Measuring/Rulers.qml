pragma Singleton
import QtQuick
import Kiosk.Models

// What measures words, once for all screens: of every object of ours that QML makes PySide (6.11) keeps a part for
// ever. (A singleton of QML's own: one that Python registers while screens are shown makes Qt forget their types. In a
// module of its own: Qt loads all singletons of a module with it, and the invitation's frame is not to wait for these.)
Item {
    readonly property TextRuler text: TextRuler {}
    readonly property LitWord lit: LitWord {}
}
