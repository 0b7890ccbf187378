import QtQuick
import Kiosk.Models
import Kiosk.Controls

// What most screens are: a body that scrolls when it must, and the bar of actions.
Item {
    id: root

    required property Shell shell
    required property PageView view
    default property alias content: body.content
    readonly property int bodyHeight: body.height
    readonly property int bodyWidth: body.width

    anchors.fill: parent

    ScrollArea {
        id: body
        x: Theme.marginPx
        y: Math.round(Theme.marginPx * 0.7)
        width: (bar.empty || !Theme.landscape ? parent.width : bar.x) - 2 * Theme.marginPx
        height: (Theme.landscape ? parent.height : bar.y) - y - Math.round(Theme.marginPx * 0.7)
        upLabel: root.shell.strip.up
        downLabel: root.shell.strip.down
    }

    HelpBar {
        id: bar
        shell: root.shell
        view: root.view
        width: Theme.landscape ? Theme.columnPx + 2 * Theme.marginPx : parent.width
        height: Theme.landscape ? parent.height : implicitHeight
        x: parent.width - width
        y: parent.height - height
        visible: !empty
    }
}
