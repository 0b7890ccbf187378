"""The accessible tree of a window, read in this process: what a screen reader finds, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow

Role = QAccessible.Role
NO_CONTENT = (Role.Pane, Role.Client, Role.Window, Role.List)  # they only hold others


@dataclass(frozen=True, slots=True)
class Node:
    """One thing of the tree. `description` is what a reader says after its name and role."""

    role: QAccessible.Role
    name: str
    description: str
    depth: int
    checkable: bool = False


def tree_of(window: QQuickWindow) -> list[Node]:
    """Everything shown that says something, whether or not its page is turned to."""
    QAccessible.setActive(True)
    return [node for node in _walk(QAccessible.queryAccessibleInterface(window), 0) if node.name]


def lists_of(window: QQuickWindow) -> list[list[Node]]:
    """The things of each list."""
    QAccessible.setActive(True)
    nodes, found = list(_walk(QAccessible.queryAccessibleInterface(window), 0)), list[list[Node]]()
    for at, node in enumerate(nodes):
        if node.role == Role.List:
            inside = []
            for one in nodes[at + 1 :]:
                if one.depth <= node.depth:
                    break
                inside.append(one)
            found.append([one for one in inside if one.role == Role.ListItem and one.name])
    return found


def _walk(parent: QAccessibleInterface, depth: int) -> Iterator[Node]:
    for number in range(parent.childCount()):
        child = parent.child(number)
        if child is None or child.state().invisible:
            continue
        named = child.role() not in NO_CONTENT
        yield Node(
            child.role(),
            child.text(QAccessible.Text.Name) if named else "",
            child.text(QAccessible.Text.Description),
            depth,
            bool(child.state().checkable),
        )
        yield from _walk(child, depth + 1)
