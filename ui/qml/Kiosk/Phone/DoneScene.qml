import QtQuick
import Kiosk.Controls

// It worked: a big tick, then what it says.
Scene {
    id: scene

    Glyph {
        pen: scene.pen
        name: "check-done"
        visible: !scene.view.ticked
        side: Math.round(40 * scene.pen.unit)
        accent: Theme.good
        anchors.horizontalCenter: parent.horizontalCenter
    }

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.top
    }

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.body
    }
}
