pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Every screen of a visit, over the invitation. A screen is made the first time it is shown and then kept,
// so that a touch never waits.
Item {
    id: root

    required property Shell shell

    Accessible.role: Accessible.Pane
    Accessible.name: root.shell.strip.title

    Binding {
        target: Pointed
        property: "slot"
        value: root.shell.pointed
    }

    Binding {
        target: root.Window.window
        property: "title"
        value: root.shell.strip.title
    }

    Connections {
        target: root.shell
        function onAnnounce(text: string, urgent: bool): void {
            root.Accessible.announce(text, urgent ? Accessible.Assertive : Accessible.Polite);
        }
    }

    // A low screen leaves the upper glass to whose kiosk this is; nothing there can be touched.
    Rectangle {
        width: parent.width
        height: Theme.abovePx
        visible: height > 0
        color: Theme.picture

        Emblem {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.round(parent.height / 2 - height)
            pixels: Theme.primaryPx
        }

        Words {
            width: parent.width
            y: Math.round(parent.height / 2) + Theme.gapPx
            horizontalAlignment: Text.AlignHCenter
            pixels: Theme.labelPx
            color: Theme.soft
            text: root.shell.strip.ward
        }
    }

    TopStrip {
        id: strip
        y: Theme.abovePx
        width: parent.width
        visible: root.shell.template !== "attract"
        shell: root.shell
    }

    Item {
        id: room
        width: parent.width
        y: Theme.abovePx + (strip.visible ? strip.height : 0)
        height: parent.height - y

        Place {
            name: "choice"
            shown: root.shell.template
            ChoiceScreen { shell: root.shell }
        }
        Place {
            name: "circle"
            shown: root.shell.template
            CircleScreen { shell: root.shell }
        }
        Place {
            name: "home"
            shown: root.shell.template
            HomeScreen { shell: root.shell }
        }
        Place {
            name: "overview"
            shown: root.shell.template
            OverviewScreen { shell: root.shell }
        }
        Place {
            name: "step"
            shown: root.shell.template
            StepScreen { shell: root.shell }
        }
        Place {
            name: "qr"
            shown: root.shell.template
            QrScreen { shell: root.shell }
        }
        Place {
            name: "hotline"
            shown: root.shell.template
            HotlineScreen { shell: root.shell }
        }
        Place {
            name: "message"
            shown: root.shell.template
            MessageScreen { shell: root.shell }
        }
        Place {
            name: "goodbye"
            shown: root.shell.template
            GoodbyeScreen { shell: root.shell }
        }
    }
}
