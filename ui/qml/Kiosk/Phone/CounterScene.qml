import QtQuick
import Kiosk.Controls

// A desk with a person behind it; what the resident brings lies on the desk.
Scene {
    id: scene

    titled: false

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.top
    }

    Column {
        width: scene.width

        AreaColumn {
            pen: scene.pen
            width: scene.width
            elements: scene.view.body
        }

        Glyph {
            pen: scene.pen
            name: "person"
            visible: !scene.view.peopled && scene.view.closer === ""
            side: Math.round(37 * scene.pen.unit)
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Rectangle {
            width: parent.width
            height: desk.implicitHeight + 2 * scene.pen.gap + scene.pen.inset
            radius: scene.pen.radius
            color: Theme.tint
            border.width: scene.pen.stroke
            border.color: Theme.edge

            Rectangle {
                width: parent.width
                height: scene.pen.inset
                radius: height / 2
                color: Theme.edge
            }

            AreaGrid {
                id: desk

                pen: scene.pen
                x: scene.pen.gap
                y: scene.pen.gap + scene.pen.inset
                width: parent.width - 2 * x
                elements: scene.view.grid
                columnCount: scene.view.columns
            }
        }
    }
}
