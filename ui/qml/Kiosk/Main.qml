pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The one window. Screens are made the first time they are shown and kept, so that a touch never waits.
Window {
    id: root

    required property Shell shell

    visible: false
    color: Theme.paper
    title: shell.strip.title

    Binding {
        target: Pointed
        property: "slot"
        value: root.shell.pointed
    }

    Connections {
        target: root.shell
        function onEntered(text: string): void {
            stage.Accessible.announce(text);
        }
    }

    Item {
        id: stage
        anchors.fill: parent
        Accessible.role: Accessible.Pane
        Accessible.name: root.shell.strip.title

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
                name: "attract"
                shown: root.shell.template
                AttractScreen { shell: root.shell }
            }
            Place {
                name: "choice"
                shown: root.shell.template
                ChoiceScreen { shell: root.shell }
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
}
