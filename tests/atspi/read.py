"""The reading side of `tests/atspi`: walks what the window tells over the bus. Runs under a Python that has `gi`."""

from __future__ import annotations

import sys
import time
from collections import Counter

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version is named first

#: Pages that stand beside one another under Detainers.
BESIDE = ("The path", "The clock", "Check a paper", "Papers to sign")
#: What can be pressed or filled in: each has a name, whether the keyboard reaches it or not.
PRESSED = {
    "push button",
    "check box",
    "radio button",
    "page tab",
    "link",
    "heading",
    "combo box",
    "text",
    "spin button",
    "list",
}


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
    """Every object below that is on the screen, without the rows of long lists."""
    if node is None or depth > 40 or (depth and not is_in(node, Atspi.StateType.SHOWING)):
        return
    if not depth:
        node.clear_cache()  # it follows changes only while an event loop runs
    yield node
    role = node.get_role_name()
    for index in range(min(node.get_child_count(), 40 if role in {"list", "tree", "tree table", "table"} else 10_000)):
        yield from walk(node.get_child_at_index(index), depth + 1)


def is_in(node, *states):
    """Whether it is in all of these states."""
    held = node.get_state_set()
    return all(held.contains(state) for state in states)


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


def selected(app, among):
    """The tabs of a list that are down."""
    tabs = [node for node in walk(app) if node.get_role_name() == "page tab" and node.get_name() in among]
    return [tab.get_name() for tab in tabs if is_in(tab, Atspi.StateType.SELECTED)]


class Seen:
    """What was found, and what was wrong with it."""

    def __init__(self):
        self.pages, self.objects, self.roles, self.faults = 0, 0, Counter(), []

    def look(self, app, page):
        """Count what is on the screen; each has a name, and a page has a heading or is a list."""
        shown = list(walk(app))
        roles = Counter(node.get_role_name() for node in shown)
        self.pages, self.objects, self.roles = self.pages + 1, self.objects + len(shown), self.roles + roles
        for node in shown:
            role, words = node.get_role_name(), node.get_name() or node.get_description()
            focusable = is_in(node, Atspi.StateType.FOCUSABLE) and role not in {"filler", "scroll bar"}
            if (role in PRESSED or focusable) and not words.strip() and not node.get_relation_set():
                self.faults.append(f"{page}: a {role} without a name")
            if role == "heading" and not (node.get_attributes() or {}).get("level"):
                self.faults.append(f"{page}: the heading “{node.get_name()}” has no level")
        if not roles["heading"] and not roles["list"]:
            self.faults.append(f"{page}: no heading")


def every_page(app, seen, lang):
    """Go to every place by its tab, and to what stands beside under Detainers."""
    places = next(node for node in walk(app) if node.get_role_name() == "page tab list")
    names = [places.get_child_at_index(index).get_name() for index in range(places.get_child_count())]
    for name in names:
        press(find(app, "page tab", name))
        if selected(app, names) != [name]:
            seen.faults.append(f"{lang}: {name} was pressed, and {selected(app, names)} is selected")
        seen.look(app, f"{lang}: {name}")
    return names


def beside(app, seen):
    """The tabs within a page are tabs too."""
    press(find(app, "page tab", "Detainers"))
    for name in BESIDE:
        tab = find(app, "page tab", name)
        if tab is None:
            seen.faults.append(f"no tab {name}")
            continue
        press(tab)
        if selected(app, BESIDE) != [name]:
            seen.faults.append(f"{name} was pressed, and {selected(app, BESIDE)} is selected")
        seen.look(app, name)


def to_an_outcome(app, seen):
    """Answer a scenario by pressing what is there, until there is an outcome: a heading says what it is, and there is a way back."""
    press(find(app, "page tab", "Scenarios"))
    press(find(app, "push button", "Agents at my door"))
    asked = []
    for _ in range(12):
        if find(app, "push button", "Start again"):
            break
        seen.look(app, "a question")
        shown = list(walk(app))
        last = max(n for n, node in enumerate(shown) if node.get_role_name() == "heading")
        asked.append(shown[last].get_name())
        options = [node for node in shown[last:] if node.get_role_name() == "push button"]
        if not options:
            seen.faults.append(f"no answer to “{asked[-1]}”")
            return
        press(options[0])
    seen.look(app, "an outcome")
    print(f"scenario: {len(asked)} questions, then “{app.get_child_at_index(0).get_name()}”")


def follow_a_link(app, seen):
    """By a door to the law, and by a link of its text onward."""
    press(find(app, "page tab", "Home"))
    press(find(app, "push button", "Look up the law") or find(app, "button", "Look up the law"))
    shown = list(walk(app))
    links = [node for node in shown if node.get_role_name() == "link"]
    heads = [node for node in shown if node.get_role_name() == "heading"]
    before = app.get_child_at_index(0).get_name()
    cited = next(link for link in links if "ILCS" in link.get_name())  # a word of law is explained first
    named = cited.get_name()
    press(cited)
    after = app.get_child_at_index(0).get_name()
    if not heads or after == before:
        seen.faults.append("a link led nowhere, or there is no heading")
    print(f"law: {len(heads)} headings, {len(links)} links; {named!r}: {before!r} became {after!r}")


def main():
    """Every page in both languages, a scenario, a link."""
    Atspi.set_timeout(20_000, 20_000)
    app, seen = program(), Seen()
    time.sleep(2)
    every_page(app, seen, "en")
    beside(app, seen)
    to_an_outcome(app, seen)
    follow_a_link(app, seen)
    press(find(app, "radio button", "Español"))
    if find(app, "page tab", "Inicio") is None:
        seen.faults.append("the tabs do not speak Spanish")
    every_page(app, seen, "es")
    print(f"{seen.pages} times a page, {seen.objects} objects on the screen; {dict(seen.roles.most_common(12))}")
    for fault in dict.fromkeys(seen.faults):
        print(fault)
    return 1 if seen.faults else 0


if __name__ == "__main__":
    sys.exit(main())
