import QtQuick

// Answers to one question. No page shows the first without the second: one answer alone would lead.
Grid {
    id: root

    property bool asked: true // false: a list to look through, which may go on over the page
    readonly property real firstTwo: {
        const answers = root.children.filter(child => child instanceof Pressable && child.visible);
        return root.asked && answers.length > 1 ? answers[1].y + answers[1].height : 0;
    }
}
