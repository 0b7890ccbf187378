pragma ComponentBehavior: Bound
import QtQuick

// Boxes for a code, with a number pad where there is room.
Scene {
    id: scene

    decoration: Component {
        Keypad {
            pen: scene.pen
            visible: scene.spare >= implicitHeight + 2 * scene.pen.gap
        }
    }

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.body
    }
}
