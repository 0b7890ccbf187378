import QtQuick

// A telephone number and the key that calls it, or who is on the line and the key that hangs up.
Scene {
    id: scene

    titled: false

    Glyph {
        pen: scene.pen
        name: "person"
        side: Math.round(37 * scene.pen.unit)
        visible: scene.pen.roomy && scene.view.inCall
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
        visible: scene.pen.roomy || !scene.view.inCall || !scene.pen.traced // where the foot is cut, the key is not to be
        elements: scene.view.body
    }

    Keypad {
        pen: scene.pen
        width: scene.width
        visible: scene.pen.roomy && scene.view.numbers < 2 && !scene.view.inCall
    }

    Item {
        width: scene.width
        height: scene.pen.gap
        visible: scene.pen.roomy && scene.view.inCall
    }

    AreaGrid {
        pen: scene.pen
        width: scene.width
        elements: scene.view.grid
        columnCount: scene.view.columns
    }
}
