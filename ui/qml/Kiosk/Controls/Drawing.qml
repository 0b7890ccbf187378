import QtQuick

// One of our pictures of people and things, in the theme's colours. It stands beside words and says nothing itself.
Image {
    id: root

    required property string name // "answers/iphone": its folder and file
    property int pixels: Theme.leastPicturePx // its height
    readonly property string address: name === "" || pixels < 1 ? "" : "image://drawn/" + name + "/" + Theme.themeName + "/" + pixels

    height: pixels
    visible: name !== ""
    Accessible.ignored: true

    // Of twenty tiles that come one by one, each makes all the others smaller: a picture is drawn when all are there.
    Binding on source {
        when: Theme.settled
        value: root.address
        restoreMode: Binding.RestoreNone
    }
}
