pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Every screen of a visit, over the invitation. A screen is made the first time its view holds a page and then
// kept; of steps, questions and places to practise there are several, so that the next one is there before it is asked for.
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
        width: parent.width
        y: Theme.abovePx + (strip.visible ? strip.height : 0)
        height: parent.height - y

        Repeater {
            model: root.shell.choices()

            Place {
                id: question
                required property StepView modelData
                view: modelData
                ChoiceScreen {
                    shell: root.shell
                    step: question.modelData
                }
            }
        }
        Place {
            view: root.shell.circle
            CircleScreen { shell: root.shell }
        }
        Place {
            view: root.shell.home
            HomeScreen { shell: root.shell }
        }
        Place {
            view: root.shell.needs
            NeedsScreen { shell: root.shell }
        }
        Place {
            view: root.shell.overview
            OverviewScreen { shell: root.shell }
        }
        Repeater {
            model: root.shell.steps()

            Place {
                id: step
                required property StepView modelData
                view: modelData
                StepScreen {
                    shell: root.shell
                    step: step.modelData
                }
            }
        }
        Repeater {
            model: root.shell.practices()

            Place {
                id: practice
                required property StepView modelData
                view: modelData
                PracticeScreen {
                    shell: root.shell
                    step: practice.modelData
                }
            }
        }
        Place {
            view: root.shell.changed
            ChangedScreen { shell: root.shell }
        }
        Place {
            view: root.shell.qr
            QrScreen { shell: root.shell }
        }
        Place {
            view: root.shell.hotline
            HotlineScreen { shell: root.shell }
        }
        Place {
            view: root.shell.message
            MessageScreen { shell: root.shell }
        }
        Place {
            view: root.shell.end
            EndScreen {
                shell: root.shell
                step: root.shell.end
            }
        }
        Place {
            view: root.shell.goodbye
            GoodbyeScreen { shell: root.shell }
        }
        Place {
            view: root.shell.pad
            PadScreen { shell: root.shell }
        }
        Place {
            view: root.shell.ask
            AskScreen { shell: root.shell }
        }
        Place {
            view: root.shell.typing
            TypingScreen { shell: root.shell }
        }
        Place {
            view: root.shell.today
            TodayScreen { shell: root.shell }
        }
    }
}
