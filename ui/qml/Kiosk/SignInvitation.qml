pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// One invitation, one thing to touch, and where and when this place is open: the first frame, and wherever nobody
// chooses for themselves (a team's kiosk, a point that was not opened).
Rectangle {
    id: root

    required property AttractView attract
    readonly property bool wide: Theme.landscape
    readonly property int below: ward.y + Math.max(ward.height, clock.height) + Theme.gapPx
    readonly property int room: sign.y - Theme.marginPx - below
    // What the week may take of the glass: the invitation keeps its letters, and a disc nobody overlooks.
    readonly property int invitation: wide ? Math.max(greeting.tallest, start.fairHeight) : greeting.tallest + 2 * Theme.gapPx + start.fairHeight
    readonly property int free: root.height - 2 * Theme.marginPx - below - 2 * Theme.paddingPx - place.height - invitation
    readonly property int spare: wide ? Math.max(free, offers.height - place.height) : free - offers.height - offers.gap

    // Where invitation and sign have no room beside or above each other in these letters, the sign's are the smallest.
    readonly property int least: wide ? Math.max(hello.height + greeting.spacing + low.height, start.leastHeight) : hello.height + greeting.spacing + low.height + Theme.gapPx + start.leastHeight + offers.gap + offers.height
    readonly property bool crowded: below + least + (wide ? 3 : 2) * Theme.marginPx + 2 * Theme.paddingPx + written.height > height
    readonly property int signPx: crowded ? Theme.leastSmallPx : Theme.smallPx

    color: Theme.welcome

    Rectangle {
        width: parent.width
        height: Theme.bandPx * 2
        color: Theme.emblem
    }

    Words {
        id: ward
        x: Theme.marginPx
        y: Theme.marginPx
        width: root.width - clock.width - 3 * Theme.marginPx
        pixels: Theme.smallPx
        font.bold: true
        color: Theme.welcomeInk
        text: root.attract.ward
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Words {
        id: clock
        anchors.right: parent.right
        anchors.rightMargin: Theme.marginPx
        y: Theme.marginPx
        wrapMode: Text.NoWrap
        pixels: Theme.smallPx
        font.bold: true
        color: Theme.welcomeInk
        text: root.attract.time
    }

    Column {
        id: greeting
        x: Theme.marginPx
        y: root.wide ? root.below + Math.max(0, Math.round((root.room - height) / 2))
            : Math.min(Math.round(root.height * 0.13), Math.max(root.below, Math.round(root.below + (root.room - height - start.leastHeight) / 3)))
        width: root.wide ? Math.round(root.width * 0.52) - 2 * Theme.marginPx : root.width - 2 * Theme.marginPx
        spacing: Theme.gapPx
        readonly property real tallest: hello.height + spacing + tall.height
        readonly property real wanted: tallest + (root.wide ? 0 : Theme.gapPx + start.leastHeight)

        Words {
            id: hello
            width: parent.width
            horizontalAlignment: root.wide ? Text.AlignLeft : Text.AlignHCenter
            pixels: Theme.numberPx
            font.bold: true
            color: Theme.welcomeInk
            text: root.attract.heading
            Accessible.ignored: false
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Words {
            width: parent.width
            horizontalAlignment: root.wide ? Text.AlignLeft : Text.AlignHCenter
            // The whole invitation and its target on one screen, also above a long sign on a small panel.
            pixels: Math.min(Theme.textPx, Theme.samplePx(greeting.wanted > root.room ? 1 : 3))
            color: Theme.welcomeInk
            text: root.attract.sentence
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }

    // Never seen: how high the sentence would stand in its larger letters.
    Words {
        id: tall
        visible: false
        width: greeting.width
        pixels: Math.min(Theme.textPx, Theme.samplePx(3))
        text: root.attract.sentence
    }

    // Never seen either: the sentence in its smallest letters, and all of the sign in its own.
    Words {
        id: low
        visible: false
        width: greeting.width
        pixels: Math.min(Theme.textPx, Theme.samplePx(1))
        text: root.attract.sentence
    }

    Words {
        id: written
        visible: false
        width: place.width
        pixels: Theme.smallPx
        font.bold: true
        text: [[root.attract.point, root.attract.hours].filter(part => part !== "").join(" · "), root.attract.address, root.attract.duty, root.attract.promise, root.attract.staffNotice].filter(part => part !== "").join("\n")
    }

    StartTarget {
        id: start
        attract: root.attract
        x: root.wide ? Math.round(root.width * 0.76 - width / 2) : Math.round((root.width - width) / 2)
        room: root.wide ? root.room : root.room - (greeting.y - root.below) - greeting.height - Theme.gapPx
        y: Math.round(root.wide ? root.below + (root.room - height) / 2 : sign.y - Theme.marginPx - (room + height) / 2)
        width: root.wide ? Math.round(root.width * 0.48) - 2 * Theme.marginPx : root.width - 2 * Theme.marginPx
    }

    Card {
        id: sign
        x: Theme.marginPx
        y: root.height - height - Theme.marginPx
        width: root.width - 2 * Theme.marginPx

        Column {
            id: place
            y: root.wide ? Math.max(0, Math.round((offers.height - height - week.height) / 2)) : 0
            width: sign.width - 2 * Theme.paddingPx - (root.wide ? offers.width + Theme.gapPx : 0)

            Words {
                width: parent.width
                visible: text !== ""
                pixels: root.signPx
                font.bold: true
                text: [root.attract.point, root.attract.hours].filter(part => part !== "").join(" · ")
                Accessible.ignored: false
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            Words {
                width: parent.width
                visible: text !== ""
                pixels: root.signPx
                text: root.attract.address
                Accessible.ignored: false
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            Words {
                width: parent.width
                visible: text !== ""
                pixels: root.signPx
                text: root.attract.duty
                Accessible.ignored: false
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            Words {
                width: parent.width
                pixels: root.signPx
                text: root.attract.promise
                Accessible.ignored: false
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            Words {
                width: parent.width
                visible: text !== ""
                pixels: root.signPx
                color: Theme.danger
                text: root.attract.staffNotice
                Accessible.ignored: false
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }

        // What is not known when the first frame is drawn is not read for it either.
        Loader {
            id: week
            y: place.y + place.height
            width: place.width
            active: root.attract.week !== ""
            Component.onCompleted: setSource("PointWeek.qml", { "screen": root })
        }

        Loader {
            id: offers
            readonly property int gap: Math.round(Theme.gapPx / 2)
            x: root.wide ? sign.width - 2 * Theme.paddingPx - width : 0
            y: root.wide ? Math.max(0, Math.round((week.y + week.height - height) / 2)) : week.y + week.height + gap
            active: root.attract.complete
            Component.onCompleted: setSource("AttractOffers.qml", { "attract": root.attract, "room": sign })
        }
    }
}
