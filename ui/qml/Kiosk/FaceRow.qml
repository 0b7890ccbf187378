pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Three faces side by side, equally high: how it was.
Row {
    id: root

    required property Shell shell
    required property ControlRows faces
    property string touched: "" // the slot of the one that was touched
    property bool flat: false // each face stands beside its word: a low panel needs the height
    property int roomy: 0 // as high as this where the labels allow

    spacing: Theme.gapPx

    readonly property int labelRoom: {
        let most = 0;
        for (const child of root.children) {
            const face = child as FaceButton;
            if (face)
                most = Math.max(most, face.labelNeeds);
        }
        return most;
    }

    readonly property int smallHeight: flat ? Math.max(Math.round(Theme.faceIconPx * 0.8), labelRoom) + Theme.paddingPx : Math.round(Theme.faceIconPx * 0.6) + labelRoom + 2 * Theme.paddingPx
    readonly property int comfortHeight: flat ? Math.max(Theme.faceIconPx, labelRoom) + Theme.paddingPx : Theme.faceIconPx + labelRoom + 3 * Theme.paddingPx

    readonly property int leastHeight: flat ? Math.max(Math.round(Theme.faceIconPx * 0.6), labelRoom) + Theme.paddingPx : Math.round(Theme.faceIconPx * 0.4) + labelRoom + Math.round(1.5 * Theme.paddingPx)

    Repeater {
        model: root.faces

        FaceButton {
            required property string action
            required property string name
            required property string described
            required picture

            flat: root.flat
            slot: action
            spokenName: name
            spokenDetail: described
            chosen: root.touched === action
            heard: root.shell.litSlot === action
            width: Math.floor((root.width - 2 * Theme.gapPx) / 3)
            labelRoom: root.labelRoom
            height: Math.max(root.roomy, implicitHeight)
            onActivated: root.shell.press(action)
        }
    }
}
