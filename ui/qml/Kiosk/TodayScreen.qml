pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The day at this point: three large figures, when they were counted, the visits by hour, then what can be read
// in rows.
ScreenFrame {
    id: root

    view: shell.today
    readonly property TodayView today: shell.today
    sign: today.icon

    Column {
        id: column
        width: root.bodyWidth
        spacing: Theme.gapPx

        ScreenHeading {
            width: parent.width
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

        FigureRow {
            id: large
            width: parent.width
            shell: root.shell
            figures: root.today.large
            large: true
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "noted"
            pixels: Theme.smallPx
            colour: Theme.soft
            text: root.today.noted
        }

        // The plot with its title and legend: a page that has room for all three does not part them.
        Together {
            width: parent.width
            height: plot.height
            visible: root.today.hours.count > 0

            Column {
                id: plot
                width: parent.width
                spacing: Math.round(Theme.gapPx / 2)

                Spoken {
                    id: title
                    width: parent.width
                    shell: root.shell
                    slot: "chart.0"
                    pixels: Theme.labelPx
                    bold: true
                    text: root.today.hours.title
                }

                HourPlot {
                    width: parent.width
                    height: implicitHeight
                    room: root.pageRoom - title.height - legend.height - 2 * plot.spacing
                    shell: root.shell
                    hours: root.today.hours
                }

                Flow {
                    id: legend
                    width: parent.width
                    Accessible.role: Accessible.List
                    spacing: Theme.gapPx // the ring round one stays clear of the next

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
