import QtQuick

// The picture goes on beyond its box: it fades there instead of being cut.
Rectangle {
    id: fade

    required property color ground
    property bool lower: true
    readonly property color clear: Qt.rgba(ground.r, ground.g, ground.b, 0)

    gradient: Gradient {
        GradientStop {
            position: 0
            color: fade.lower ? fade.clear : fade.ground
        }

        GradientStop {
            position: 1
            color: fade.lower ? fade.ground : fade.clear
        }
    }
}
