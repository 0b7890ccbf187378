pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Visits by hour: one bar an hour, its number on top, parted by how they were made. Solid, outlined and striped
// can be told apart without their colours.
Whole {
    id: root

    required property Shell shell
    required property BarRows hours
    property int room: 0 // the plot is no higher than this, if that is given
    readonly property int besides: numberLine + Theme.borderPx + Theme.smallLine
    readonly property int plotPx: Math.max(Math.round(Theme.textLine * 0.7), Math.min(Math.round(Theme.textLine * 4.5), room > 0 ? room - besides : 99999))
    readonly property real each: width / Math.max(1, hours.count)
    readonly property int barPx: Math.max(4, Math.round(Math.min(each * 0.7, Theme.targetPx)))
    readonly property int numberPx: Math.max(8, Math.min(Theme.smallPx, Math.floor(each * 0.62)))
    readonly property int numberLine: Math.ceil(numberPx * Theme.lineEm)
    readonly property int stride: Math.max(1, Math.ceil(sample.implicitWidth * 1.2 / Math.max(1, each)))

    color: "transparent"
    implicitHeight: plotPx + besides
    Accessible.role: Accessible.List

    // Never seen: as wide as the widest name of an hour.
    Words {
        id: sample
        visible: false
        wrapMode: Text.NoWrap
        pixels: Theme.smallPx
        text: "00h"
    }

    Rectangle {
        y: root.numberLine + root.plotPx
        width: parent.width
        height: Math.max(2, Theme.borderPx)
        color: Theme.edge
    }

    Repeater {
        model: root.hours

        Item {
            id: bar
            required property int index
            required property string label
            required property string number
            required property string spoken
            required property real share
            required property real first
            required property real second
            required property real third
            readonly property int tall: Math.round(share * root.plotPx)

            x: Math.round(index * root.each)
            width: Math.round(root.each)
            height: root.height
            Accessible.role: Accessible.ListItem
            Accessible.name: spoken

            Spot {
                slot: "bar.0." + bar.index
                gap: 0
            }

            Words {
                y: root.plotPx - bar.tall
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.NoWrap
                pixels: root.numberPx
                font.bold: true
                text: bar.number
            }

            PlotPart {
                id: solid
                x: Math.round((bar.width - width) / 2)
                y: root.numberLine + root.plotPx - height
                width: root.barPx
                height: Math.round(bar.first * root.plotPx)
                kind: "solid"
                heard: root.shell.litSlot === "bar.0." + bar.index
            }

            PlotPart {
                id: outlined
                x: solid.x
                y: solid.y - height
                width: root.barPx
                height: Math.round(bar.second * root.plotPx)
                kind: "outlined"
                heard: solid.heard
            }

            PlotPart {
                x: solid.x
                y: outlined.y - height
                width: root.barPx
                height: Math.round(bar.third * root.plotPx)
                kind: "striped"
                heard: solid.heard
            }

            Words {
                x: Math.round((parent.width - width) / 2)
                y: root.height - height
                visible: bar.index % root.stride === 0
                wrapMode: Text.NoWrap
                pixels: Theme.smallPx
                color: Theme.soft
                text: bar.label
            }
        }
    }
}
