"""The reading side of `tests/atspi`: walks what the window tells over the bus. Runs under a Python that has `gi`."""

from __future__ import annotations

import sys
import time
from collections import Counter

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version is named first

TABS = (
    "Home",
    "Search",
    "Law",
    "Scenarios",
    "Detainers",
    "Sheets",
    "Timeline",
    "Words",
    "Contacts",
    "Settings",
    "About",
)


def program():
    """Our window's application, as soon as it is on the bus."""
    for _ in range(120):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(index)
            if app is not None and app.get_name() == "RightsRef" and app.get_child_count():
                return app
        time.sleep(0.5)
    sys.exit("RightsRef did not come up on the accessibility bus.")


def walk(node, depth=0):
    """Every object below, without the rows of long lists."""
    if node is None or depth > 40:
        return
    yield node
    role = node.get_role_name()
    for index in range(min(node.get_child_count(), 40 if role in {"list", "tree", "tree table", "table"} else 10_000)):
        yield from walk(node.get_child_at_index(index), depth + 1)


def is_seen(node):
    """Whether it is on the screen and can have the keyboard."""
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.FOCUSABLE)


def find(app, role, name):
    """The first one of a role and a name that is on the screen."""
    for node in walk(app):
        if node.get_role_name() == role and node.get_name() == name:
            return node
    return None


def press(node):
    """Do its first action."""
    node.do_action(0)
    time.sleep(0.8)


def main():
    """Go to every page by its tab; then by a door, and by a link of a text."""
    Atspi.set_timeout(20_000, 20_000)
    app = program()
    time.sleep(2)
    faults, objects, roles = [], 0, Counter()
    for name in TABS:
        tab = find(app, "page tab", name)
        if tab is None:
            faults.append(f"no tab {name}")
            continue
        press(tab)
        if not tab.get_state_set().contains(Atspi.StateType.SELECTED):
            faults.append(f"{name}: pressed, not selected")
        nodes = list(walk(app))
        objects += len(nodes)
        roles.update(node.get_role_name() for node in nodes)
        faults += [
            f"{name}: a {node.get_role_name()} without a name" for node in nodes
            if is_seen(node) and not node.get_name() and not node.get_description() and node.get_role_name() not in {"filler", "scroll bar"}
        ]  # fmt: skip
    press(find(app, "page tab", "Home"))
    press(find(app, "button", "Look up the law") or find(app, "push button", "Look up the law"))
    if not find(app, "page tab", "Law").get_state_set().contains(Atspi.StateType.SELECTED):
        faults.append("the door to the law led nowhere")
    links = [node for node in walk(app) if node.get_role_name() == "link"]
    heads = [node for node in walk(app) if node.get_role_name() == "heading"]
    title = app.get_child_at_index(0).get_name()
    cited = next(link for link in links if "ILCS" in link.get_name())  # a word of law is explained first
    named = cited.get_name()
    press(cited)
    became = app.get_child_at_index(0).get_name()
    if became == title:
        faults.append("a link led nowhere")
    print(
        f"{len(TABS)} pages, {objects} objects; {dict(roles.most_common(12))}; on the law page {len(heads)} headings, {len(links)} links"
    )
    print(f"link {named!r}: {title!r} became {became!r}")
    for fault in faults:
        print(fault)
    return 1 if faults or not heads else 0


if __name__ == "__main__":
    sys.exit(main())
