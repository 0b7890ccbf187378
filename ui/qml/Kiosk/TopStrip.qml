pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls
import Kiosk.Measuring

// Whose kiosk this is, where one is, and the comfort controls; beneath it what stays wrong for now.
Item {
    id: root

    required property Shell shell
    readonly property StripView strip: shell.strip

    // Beneath the band, with what staff may touch: as far below its chips as they stand from one another.
    readonly property int chipMargin: Math.floor((Theme.topPx - Theme.chipPx) / 2)
    readonly property int below: aside.visible ? aside.y + aside.height : band.height

    readonly property int free: width - 2 * Theme.marginPx // of a notice: on one line, where that can be

    height: Math.max(below, notice.visible ? notice.y + notice.height : 0, hint.visible ? hint.y + hint.height : 0)

    Rectangle {
        id: band
        width: parent.width
        height: Math.max(Theme.topPx, !root.strip.inAGuide && title.visible ? title.height + Theme.bandPx : 0)
        color: Theme.band

        Chip {
            id: finish
            x: Theme.marginPx
            anchors.verticalCenter: parent.verticalCenter
            visible: root.strip.leave.present
            tight: !Theme.landscape // what it takes is taken from the middle
            slot: "strip.finish"
            spokenName: root.strip.leave.present ? root.strip.leave.name : root.strip.finish
            spokenDetail: root.strip.leave.described
            icon: "leave"
            label: root.strip.finish
            onActivated: root.shell.press(root.strip.leave.action)
        }

        // Between the controls, which keep their places also where one of them is not offered, so that the second
        // tap of a double one meets nothing.
        Item {
            id: middle
            x: finish.x + finish.width + Theme.gapPx
            width: (ask.visible && Theme.landscape ? ask.x : chips.x) - x - Theme.gapPx
            height: band.height - Theme.bandPx

            // In a guide it leaves the rest to how far one is, on one line. On an upright panel it may take two lines of smaller
            // letters; where all of it, which is told, has no room, its short words stand.
            Item {
                id: whose
                objectName: "title"
                // What is told of the step keeps its smallest letters.
                readonly property int half: Math.min(Math.round(parent.width * 0.55), Math.floor(parent.width - StripMiddle.needed * Theme.leastSmallPx / Theme.chipLabelPx - apart))
                readonly property int signed: emblem.width + Math.round(Theme.gapPx / 2)
                readonly property int apart: Math.round(Theme.gapPx / (Theme.landscape ? 1 : 2))
                // Of a lying panel the marks of how far one is give way to a title that stands whole so.
                readonly property int most: Math.max(half, Math.floor(parent.width - StripMiddle.needed - apart))
                readonly property int broad: Theme.landscape && root.strip.inAGuide && ![root.strip.title, root.strip.brief].some(text => Rulers.text.beginning(text, Theme.fontFamily, Theme.chipLabelPx, half - signed, 1) === text) ? most : half
                readonly property int room: Theme.landscape ? broad - signed : Math.max(0, parent.width - StripMiddle.needed - apart)
                readonly property int lines: Theme.landscape || Theme.low ? 1 : 2
                readonly property int leastPx: lines === 1 ? Theme.chipLabelPx : Math.min(Theme.chipLabelPx, Math.floor((Theme.topPx - Theme.bandPx) / lines / Theme.lineEm))
                readonly property string words: stands(root.strip.title) ? root.strip.title : root.strip.brief
                readonly property int pixels: root.strip.inAGuide && !fits(words, Theme.chipLabelPx, 1) ? leastPx : Theme.chipLabelPx
                readonly property string shown: root.strip.inAGuide ? Rulers.text.beginning(words, Theme.fontFamily, pixels, room, lines) : ""
                readonly property bool written: !root.strip.inAGuide || shown !== ""
                // Without words it takes no room from what stands there, upright not for the emblem either.
                readonly property int taken: written ? (root.strip.inAGuide ? (Theme.landscape ? broad : room) : parent.width) + apart : Theme.landscape ? emblem.width + apart : 0
                readonly property int wider: taken === 0 ? Theme.ringPx + 2 : 0 // for its ring, around what stands there
                x: -wider
                width: !root.strip.inAGuide || !written && !Theme.landscape ? parent.width + 2 * wider : !written ? emblem.width : Theme.landscape ? broad : room
                height: parent.height

                // The ward's name is as large as leaves the strip its height: it must not move from page to page.
                readonly property int ofTwoLines: Math.min(Theme.chipLabelPx, Math.floor((Theme.topPx - Theme.bandPx) / 2 / Theme.lineEm))
                readonly property string named: Theme.landscape ? root.strip.title : root.strip.ward
                readonly property int wardPx: [Theme.chipLabelPx, Theme.leastSmallPx].find(pixels => Rulers.text.beginning(named, Theme.fontFamily, pixels, title.width, 1) === named) ?? (Theme.landscape ? Math.max(Theme.leastSmallPx, ofTwoLines) : ofTwoLines)

                function fits(text: string, pixels: int, lines: int): bool {
                    return Rulers.text.beginning(text, Theme.fontFamily, pixels, room, lines) === text;
                }

                function stands(text: string): bool {
                    return root.strip.inAGuide && (fits(text, Theme.chipLabelPx, 1) || fits(text, leastPx, lines));
                }

                Accessible.role: Accessible.StaticText
                Accessible.name: root.strip.spoken

                Spot {
                    slot: "strip.title"
                    gap: -Theme.ringPx // it keeps clear of the controls on both sides
                }

                Emblem {
                    id: emblem
                    anchors.verticalCenter: parent.verticalCenter
                    pixels: Math.round(Theme.chipPx * 0.7)
                    visible: Theme.landscape // upright there is no room for it
                }

                Words {
                    id: title
                    x: emblem.visible ? emblem.width + Math.round(Theme.gapPx / 2) : 0
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x
                    // Held upright a tablet has no room for the ward's name either.
                    visible: whose.written && contentWidth <= width && (Theme.landscape || !ask.visible)
                    pixels: root.strip.inAGuide ? whose.pixels : whose.wardPx
                    font.bold: true
                    color: Theme.bandInk
                    text: root.strip.inAGuide ? whose.shown : Theme.landscape ? whose.named : end.advanceWidth > width ? root.strip.ward.replace("\u00a0", " ") : root.strip.ward
                }
            }

            // The last two words of a ward's name stay together where there is room for both.
            TextMetrics {
                id: end
                font: title.font
                text: root.strip.ward.split(" ").pop()
            }

            Binding {
                target: StripMiddle
                property: "x"
                value: middle.x + whose.taken
            }

            Binding {
                target: StripMiddle
                property: "width"
                value: Math.max(0, middle.width - whose.taken)
            }

            Binding {
                target: StripMiddle
                property: "y"
                value: -root.height
            }

            Binding {
                target: StripMiddle
                property: "height"
                value: middle.height
            }
        }

        // Where one looks for a guide one may ask for it: there an upright panel leaves the ward's name to who hears.
        Chip {
            id: ask
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.landscape ? chips.x - width - Theme.gapPx : middle.x + Math.round((middle.width - width) / 2)
            visible: root.strip.ask.present
            tight: true
            slot: "strip.ask"
            spokenName: root.strip.ask.name
            spokenDetail: root.strip.ask.described
            icon: root.strip.ask.icon
            label: Theme.landscape || spelt.width <= chips.x - middle.x - Theme.gapPx ? root.strip.ask.label : ""
            onActivated: root.shell.press(root.strip.ask.action)
        }

        // Never seen: as wide as that chip with its words.
        Chip {
            id: spelt
            visible: false
            tight: true
            spokenName: root.strip.ask.name
            icon: root.strip.ask.icon
            label: root.strip.ask.label
        }

        // Never seen: as wide as the chip that leads to the settings.
        Chip {
            id: adjust
            visible: false
            tight: !Theme.landscape
            spokenName: root.strip.adjust
            icon: "adjust"
            label: root.strip.adjust
        }

        // Never seen: as wide as the first of them with its words; where there is no room for these its sign stands.
        Chip {
            id: whole
            readonly property int beside: root.strip.ask.present ? Theme.chipPx : StripMiddle.needed
            readonly property bool fits: root.width - 2 * Theme.marginPx - finish.width - adjust.width - beside - 3 * Theme.gapPx >= width
            visible: false
            tight: !Theme.landscape
            spokenName: ""
            icon: "back"
            label: root.strip.chips.labels.split("\n")[0]
        }

        Row {
            id: chips
            anchors.right: parent.right
            anchors.rightMargin: Theme.marginPx + (root.strip.offersComfort ? 0 : adjust.width + spacing)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapPx

            Repeater {
                model: root.strip.chips

                Chip {
                    required property string action
                    required property string name
                    required property string described
                    required property string detail // its label where that has no room
                    required icon
                    required property var model
                    label: detail === "" || whole.fits ? model.label : detail
                    tight: !Theme.landscape
                    slot: "strip." + action
                    spokenName: name
                    spokenDetail: described
                    onActivated: root.shell.press(action)
                }
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.bandPx
            color: Theme.emblem
        }
    }

    Rectangle {
        id: aside
        y: band.height
        width: parent.width
        height: staff.y + staff.height + root.chipMargin
        visible: root.strip.staff.count > 0
        color: Theme.card

        Flow {
            id: staff
            x: Theme.marginPx
            y: Math.max(root.chipMargin, Theme.gapPx - root.chipMargin)
            width: parent.width - 2 * Theme.marginPx
            spacing: Theme.gapPx

            Repeater {
                model: root.strip.staff

                Chip {
                    required property string action
                    required property string name
                    required property string described
                    required icon
                    required label
                    slot: "strip." + action
                    spokenName: name
                    spokenDetail: described
                    pixels: Theme.leastSmallPx // staff's own keep their letters: the page is the resident's
                    chosen: icon === "check"
                    onActivated: root.shell.press(action)
                }
            }
        }

        // Where the row leaves no room for both names the step's alone, else none: it takes nothing from the resident's page.
        Words {
            readonly property int free: staff.height > Theme.chipPx ? 0 : root.width - Theme.marginPx - x
            x: staff.x + Math.ceil(staff.childrenRect.width) + Theme.gapPx
            y: staff.y + Math.round((Theme.chipPx - height) / 2)
            visible: text !== "" && implicitWidth <= free
            wrapMode: Text.NoWrap
            pixels: Theme.leastSmallPx
            text: names.advanceWidth <= free ? root.strip.step : root.strip.step.split(" ").pop()

            TextMetrics {
                id: names
                font.family: Theme.fontFamily
                font.pixelSize: Theme.leastSmallPx
                text: root.strip.step
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.borderPx
            color: Theme.line
        }
    }

    Notice {
        id: notice
        y: root.below + Math.round(Theme.gapPx / 2)
        x: Theme.marginPx
        width: root.free
        visible: text !== ""
        text: root.strip.notice

        Spot {
            slot: "strip.notice"
        }
    }

    Notice {
        id: hint
        y: (notice.visible ? notice.y + notice.height : root.below) + Math.round(Theme.gapPx / 2)
        x: Theme.marginPx
        width: root.free
        visible: text !== ""
        alarming: false
        brief: root.shell.template === "needs" // tiles keep their pictures
        lines: Theme.landscape || root.shell.template !== "step" ? 0 : 1 // and so does a step
        least: Math.round((Theme.low ? 1 : 0.9) * Theme.leastSmallPx)
        otherwise: least
        icon: root.strip.inHeadphones ? "headphones" : "info"
        text: root.strip.hint

        Spot {
            slot: root.strip.inHeadphones ? "strip.output" : "strip.hint"
        }
    }
}
