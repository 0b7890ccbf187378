import QtQuick

// Answers to one question: no page shows some of them without the others, where all fit on one.
Column {
    property bool asked: true // false: a list to look through, which may go on over the page
}
