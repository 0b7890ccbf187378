pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The day at this point: three large figures, when they were counted, the visits by hour and what was opened most,
// on one page; the rest, in rows, on another.
ScreenFrame {
    id: root

    view: shell.today
    readonly property TodayView today: shell.today

    // On a lying panel the title, and when it was counted, stand over the actions: the body is all for the figures. Where a
    // sentence follows the title, the title alone does.
    Column {
        id: lead
        readonly property bool fits: Theme.landscape && root.leadPlace.height >= height
        readonly property bool holdsNoted: fits && root.today.sentence === ""
        parent: root.leadPlace
        width: parent.width
        visible: fits

        ScreenHeading {
            width: parent.width
            short: true
            shell: root.shell
            text: root.today.heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            visible: root.today.sentence === ""
            slot: visible ? "noted" : ""
            pixels: Theme.leastSmallPx
            colour: Theme.soft
            text: root.today.noted
        }
    }

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: middle

        ScreenHeading {
            width: parent.width
            visible: text !== "" && !lead.fits
            shell: root.shell
            text: root.today.heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            pixels: Theme.labelPx // the figures beneath stand on the first page with it
            text: root.today.sentence
        }

        // On a lying panel over the figures, if not over the actions.
        Spoken {
            width: parent.width
            visible: text !== ""
            shell: root.shell
            slot: text === "" ? "" : "noted"
            pixels: Theme.leastSmallPx
            colour: Theme.soft
            text: Theme.landscape && !lead.holdsNoted ? root.today.noted : ""
        }

        FigureRow {
            id: large
            width: parent.width
            shell: root.shell
            figures: root.today.large
            large: !inOneRow
            inOneRow: Theme.landscape // each beside its name
        }

        Spoken {
            width: parent.width
            visible: text !== ""
            shell: root.shell
            slot: text === "" ? "" : "noted"
            pixels: Theme.smallPx
            colour: Theme.soft
            text: Theme.landscape ? "" : root.today.noted
        }

        // The visits by hour, and beneath them what was opened most.
        Item {
            id: middle
            readonly property int gap: Math.round(Theme.gapPx * (Theme.landscape ? 0.5 : 1))
            readonly property int beneath: top.visible ? top.height + gap : 0
            width: parent.width
            height: (hours.visible ? hours.height : 0) + beneath
            visible: root.today.hours.count + root.today.top.count > 0

            // The plot with its title and legend: a page that has room for all three does not part them. On a lying
            // panel the legend stands beside the title.
            Together {
                id: hours
                readonly property int spacing: Math.round(Theme.gapPx / 2)
                readonly property int over: Theme.landscape ? Math.max(title.height, legend.height) : title.height
                width: parent.width
                height: legend.beneath ? legend.y + legend.height : plot.y + plot.height
                visible: root.today.hours.count > 0

                Spoken {
                    id: title
                    width: legend.beneath ? parent.width : Math.min(Math.ceil(implicitWidth), Math.round(parent.width * 0.5))
                    shell: root.shell
                    slot: "chart.0"
                    pixels: Theme.labelPx
                    bold: true
                    text: root.today.hours.title
                }

                // The legend stands here, in the order in which it is met, or after the plot.
                Item {
                    id: besideTitle
                }

                HourPlot {
                    id: plot
                    readonly property int around: hours.over + hours.spacing + (legend.beneath ? legend.height + hours.spacing : 0)
                    y: hours.over + hours.spacing
                    width: parent.width
                    height: implicitHeight
                    room: Math.min(root.pageRoom - around, Math.max(column.rest - around - middle.beneath, besides + Math.round(0.7 * Theme.textLine)))
                    shell: root.shell
                    hours: root.today.hours
                }

                Item {
                    id: beneathPlot
                }

                Flow {
                    id: legend
                    readonly property bool beneath: !Theme.landscape
                    parent: beneath ? beneathPlot : besideTitle
                    x: beneath ? 0 : title.width + Theme.gapPx
                    y: beneath ? plot.y + plot.height + hours.spacing : Math.round((hours.over - height) / 2)
                    width: hours.width - x
                    Accessible.role: Accessible.List
                    spacing: beneath ? Theme.gapPx : 2 * Theme.ringPx + 3 // the ring round one stays clear of the next

                    Repeater {
                        model: root.today.legend

                        Item {
                            id: key
                            required property int index
                            required property string label
                            visible: label !== ""
                            width: words.x + words.width
                            height: words.height
                            Accessible.role: Accessible.ListItem
                            Accessible.name: label

                            Spot {
                                slot: "legend." + key.index
                            }

                            PlotPart {
                                y: Math.round((parent.height - height) / 2)
                                width: Math.round(Theme.smallPx * 0.9)
                                height: width
                                kind: key.index === 0 ? "solid" : key.index === 1 ? "outlined" : "striped"
                            }

                            Words {
                                id: words
                                x: Math.round(Theme.smallPx * 1.3)
                                wrapMode: Text.NoWrap
                                pixels: Theme.smallPx
                                font.bold: true
                                text: key.label
                            }
                        }
                    }
                }
            }

            BarTable {
                id: top
                y: hours.visible ? hours.height + middle.gap : 0
                width: parent.width
                shell: root.shell
                chart: 1
                close: true
                inRow: Theme.landscape
                rows: root.today.top
            }
        }

        BarTable {
            width: parent.width
            shell: root.shell
            chart: 1
            rows: root.today.firstChart
        }

        FigureRow {
            width: parent.width
            shell: root.shell
            figures: root.today.small
            first: root.today.large.count
        }

        BarTable {
            width: parent.width
            shell: root.shell
            chart: 2
            rows: root.today.secondChart
        }

        BarTable {
            width: parent.width
            shell: root.shell
            chart: 3
            rows: root.today.thirdChart
        }

        BarTable {
            width: parent.width
            shell: root.shell
            chart: 4
            rows: root.today.fourthChart
        }

        BarTable {
            width: parent.width
            shell: root.shell
            chart: 5
            rows: root.today.fifthChart
        }

        BarTable {
            width: parent.width
            shell: root.shell
            chart: 6
            rows: root.today.sixthChart
        }

        BarTable {
            width: parent.width
            shell: root.shell
            chart: 7
            rows: root.today.seventhChart
        }

        BarTable {
            width: parent.width
            shell: root.shell
            chart: 8
            rows: root.today.eighthChart
        }

        Repeater {
            model: root.today.choices

            BigButton {
                required property string action
                required property string name
                required property string described
                required icon
                width: column.width
                slot: action
                spokenName: name
                spokenDetail: described
                heard: root.shell.litSlot === action
                onActivated: root.shell.press(action)
            }
        }
    }
}
