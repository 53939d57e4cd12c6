"""A good minimal content tree, to break one thing in; content trees written from strings."""

from __future__ import annotations

import pytest

from rightsref.content.compiler import load
from rightsref.content.rules.registry import check

NEWS = """\
[[edition]]
key = "good"
day = 2026-01-02
news = [{ text.en = "More on guards.", see = "flow/held" }, { text.en = "More cheese." }]

[[edition]]
key = "fair"
day = 2025-01-02
news = [{ text.en = "Mice.", see = "99 ILCS 900/1(a)" }]
"""

SECTION = """\
+++
citation = "99 ILCS 900/1"
heading = "What the guard may not do"
effective = 2020-01-01
updated = 2026-01-02
review_by = 2099-01-01
aliases = ["Mouse Act"]
related = ["99 ILCS 900/2"]

[[checked]]
level = "official"
on = 2026-01-02
source = "https://example.org/1"

[[history]]
date = 2020-01-01
text = "It takes effect."
+++

## In plain words

(a) The guard may not hold you.

## The law

(a) The guard may not hold a person.

(b) A guard who lets go is safe.

(b)(1) So is the mayor.

## Who must follow it

- § The guard.

## What it does not cover

- § Mice. See [[99 ILCS 900/2]].

## Common mistakes

- § It does not bind agents.

## If it is broken

- § Call a lawyer.

## What changed

- (a) The old text spoke of mice only.

## Asks

- (a) can the guard hold me
- (a) how long can they keep me
- (b) can a guard be sued
- § what is the mouse act
- § who made this law
"""

FORMER = """\
+++
citation = "99 ILCS 900/1"
heading = "What the guard could not do"
effective = 2010-01-01
ends = 2020-01-01
updated = 2026-01-02
review_by = 2099-01-01
status = "superseded"

[[checked]]
level = "unchecked"
on = 2026-01-02
+++

## In plain words

(a) It is gone. It was like [[99 ILCS 900/2]].

## The law

(a) The guard may not hold a mouse.
"""

SPANISH = """\
+++
heading = "Lo que la guardia no puede hacer"
updated = 2026-01-02
made = "drafted by machine and edited by the team"
of = { heading = "887f-8719", plain = "54b9-bfeb", law = "0b25-2906" }
+++

## In plain words

(a) La guardia no puede retenerlo.

## The law

(a) La guardia no puede retener a nadie.

(b) El guardia que suelta a alguien no responde.

(b)(1) Tampoco el alcalde.

## Asks

- (a) me pueden retener
- (a) por cuanto tiempo
- (b) puedo demandar
- § que es esta ley
- § quien la hizo
"""

CASE = """\
+++
citation = "case:Mouse v. Town"
heading = "Two days too many"
court = "Supreme Court of Tinytown"
reporter = "1 Tiny 2"
weight = "binding"
jurisdiction = "city"
effective = 2012-05-06
updated = 2026-01-02
review_by = 2099-01-01

[[checked]]
level = "unchecked"
on = 2026-01-02
+++

## In plain words

¶1 The court let the mouse sue.

## Holding

¶1 A town that holds a mouse answers for it.

## What it means in Chicago

¶1 Nothing.

## Asks

- ¶1 what did the mouse case say
- ¶1 can i sue the town
- ¶1 who was the mouse
"""

SOURCE = """\
title.en = "Code of Tinytown"
short.en = "Tiny Code"
citation = "99 ILCS 900"
jurisdiction = "city"
kind = "ordinance"
binds.en = "The guard."
enforced_by.en = "The mayor."
who_may_sue.en = "Anyone."
url = "https://example.org"
order = 10
"""

THESAURUS = """\
[[en]]
say = ["cop"]
means = ["guard"]

[[es]]
say = ["poli"]
means = ["guardia", "alcalde"]
"""

GLOSSARY = """\
[[term]]
key = "detainer"
term.en = "detainer"
meaning.en = "A paper that asks the guard to hold you."
forms.en = ["detainer", "detainers"]
authority = "99 ILCS 900/1(a)"

[[term]]
key = "guard"
term.en = "guard"
meaning.en = "The police of Tinytown."
authority = "99 ILCS 900/2"
"""

GLOSSARY_SPANISH = """\
made = "by mice"

[[text]]
en = "detainer"
es = "petición"
mark = "54c2-1a6a"

[[text]]
en = "A paper that asks the guard to hold you."
es = "Un papel que pide retenerlo."
mark = "208f-4cd4"

[[text]]
en = "guard"
es = ""
"""

TERMS = """\
[[term]]
en = "detainer"
es = "petición"
means = ["guard"]
also = ["papelito"]
not = ["papelote"]
unless = ["papelote azul"]
bracketed = ["detainer"]
why = "It is small."
"""

TIMELINE = """\
[[event]]
key = "founding"
date = 2005-01-01
title.en = "The town is founded"
text.en = "By mice."
jurisdiction = "city"
touches = ["99 ILCS 900/2"]
level = "unchecked"
"""

CONTACTS = """\
[[contact]]
key = "lawyer"
need = "lawyer"
name.en = "The lawyer"
for.en = "Anything."
phone = "555-0100"
checked_on = 2026-01-02
level = "secondary"
source = "https://example.org/lawyer"
always = true

[[contact]]
key = "guard-line"
need = "ice"
name.en = "The guard’s own line"
for.en = "The guard."
phone = "555-0199"
warning.en = "This is the guard itself."
checked_on = 2026-01-02
level = "unchecked"
"""

HEARD_LISTS = """\
[lists.guard]
en = ["=guard", "watchman"]
es = ["=guardia"]

[lists.they]
en = ["@guard", "=they"]
es = ["@guard"]
"""

HEARD = """\
asks.en = ["@guard hold|held"]
asks.es = ["@guard retiene"]

[[heard]]
answers = ["when=now"]
en = ["@they show|showed paper"]
es = ["@they enseño papel"]

[[heard]]
answers = ["when=then"]
en = ["no:see paper"]
es = ["no:vi papel"]
"""

FLOW = """\
title.en = "Held by the guard"
start = "when"

[questions.when]
text.en = "When was it?"
options = [
  { key = "now", label.en = "Since 2020", start = 2020-01-01, goto = "paper" },
  { key = "then", label.en = "Before 2020", end = 2020-01-01, goto = "old" },
  { key = "unknown", label.en = "I do not know", goto = "not_sure" },
]

[questions.paper]
text.en = "Did they show a paper?"
options = [
  { key = "yes", label.en = "Yes", goto = "may_not" },
  { key = "unknown", label.en = "I do not know", goto = "not_sure" },
]

[outcomes.may_not]
title.en = "The guard may not hold you."
verdict = "prohibited"
caution = 3
because = [{ fact.en = "The code says so.", authority = "99 ILCS 900/1(a)" }]
do_now.en = ["@sign-nothing", "@afraid", "@citizen", "@habeas-lawyer", "@call"]
call = ["lawyer"]
custody = "federal"

[outcomes.old]
title.en = "The guard could hold a mouse."
verdict = "allowed"
caution = 1
because = [{ fact.en = "The old code said so.", authority = "99 ILCS 900/1(a)@2010-01-01" }]
do_now.en = ["Ask a lawyer today."]
custody = "none"

[outcomes.not_sure]
title.en = "It depends on the day."
verdict = "depends"
caution = 3
because = [{ fact.en = "The code was changed.", authority = "99 ILCS 900/2" }]
do_now.en = ["Find out the day.", "@no-plea"]
custody = "police"
"""

FLOW_SPANISH = """\
made = "by mice"

[[text]]
en = "The guard may not hold you."
es = "La guardia no puede retenerlo."
mark = "f97b-99bc"
"""

FLOW_CASES = """\
[[case]]
name = "A mouse today"
answers = { when = "2020-01-01", paper = "yes" }
outcome = "may_not"
verdict = "prohibited"
caution = 3
authorities = ["99 ILCS 900/1(a)"]

[[case]]
name = "A mouse of old"
answers = { when = "2019-12-31" }
outcome = "old"
verdict = "allowed"
caution = 1
authorities = ["99 ILCS 900/1(a)@2010-01-01"]

[[case]]
name = "A mouse that forgot"
answers = { when = "unknown" }
outcome = "not_sure"
verdict = "depends"
caution = 3
authorities = ["99 ILCS 900/2"]

[[case]]
name = "A mouse that saw no paper"
answers = { when = "now", paper = "unknown" }
outcome = "not_sure"
verdict = "depends"
caution = 3
"""

BUNDLES = """\
[[bundle]]
name = "A mouse today"
facts = "A mouse is held today."
verdict = "prohibited"
[[bundle.walk]]
flow = "held"
answers = { when = "now", paper = "yes" }
[[bundle.walk]]
flow = "held"
answers = { when = "unknown" }
fewer = true
"""

QUESTIONS = """\
[[question]]
key = "issuer"
text.en = "Who made it?"

[[question.signs]]
key = "town"
label.en = "The town"

[[question.signs]]
key = "guard"
label.en = "The guard"
warning.en = "The guard may not hold you."
authority = "99 ILCS 900/1(a)"
"""

PAPER = """\
citation = "99 ILCS 900/1"
order = 1
judge = true
title.en = "A town warrant"
looks_like.en = "It has a mouse on it."

[fields.issuer]
spot = "issuer"
signs = ["town"]
here.en = "The name of the town."
means.en = "The town made it."
authority = "99 ILCS 900/1(a)"

[end]
what.en = "It is a paper of the town."
signed.en = "The mayor signed it."
say.en = ["I see."]
powers = [
  { place = "home", may.en = "Come in.", may_not.en = "Stay.", authority = "99 ILCS 900/2" },
  { place = "public", may.en = "Ask.", may_not.en = "Shout.", authority = "99 ILCS 900/2" },
  { place = "work", may.en = "Look.", may_not.en = "Eat.", authority = "99 ILCS 900/2" },
  { place = "jail", may.en = "Hold.", may_not.en = "Hold long.", authority = "99 ILCS 900/2" },
]
traps = [{ text.en = "A seal proves little.", authority = "99 ILCS 900/2" }]
"""

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 850 1100"><rect id="issuer" width="9" height="9"/></svg>\n'
)

SIGNING = """\
[[paper]]
key = "way-home"
title.en = "The way home"
looks_like.en = "Says *I ask to go home*."
advice = "never"
say.en = ["My lawyer reads it first."]
[paper.gives_up]
text.en = "The hearing."
authority = "99 ILCS 900/1(a)"
[paper.take_back]
text.en = "Ask a lawyer the same day."
authority = "99 ILCS 900/1(a)"
[paper.refuse]
text.en = "You may wait for a hearing."
authority = "99 ILCS 900/1(a)"
"""

STANDING = """\
[[line]]
key = "call"
text.en = "Call a lawyer."
because = [{ fact.en = "The town may not ask.", authority = "99 ILCS 900/1(a)" }]

[[line]]
key = "sign-nothing"
text.en = "Sign nothing."

[[line]]
key = "afraid"
text.en = "Say it if you are afraid."

[[line]]
key = "citizen"
text.en = "A mouse of the town says so."

[[line]]
key = "habeas-lawyer"
text.en = "Ask for a petition."

[[line]]
key = "no-plea"
text.en = "Plead to nothing yet."

[[line]]
key = "no-risk-visitor"
text.en = "Only a cat goes there."

[[line]]
key = "recorded-calls"
text.en = "They listen."
"""

STAGES = """\
[[stage]]
key = "start"
title.en = "The guard comes"
box.en = "The guard comes"
who.en = "The guard decides."
happens.en = ["The guard comes."]
do.en = ["Be calm."]
related = ["case:Mouse v. Town"]

[[stage.law]]
text.en = "The guard may not hold you."
authority = "99 ILCS 900/1(a)"

[[stage.ways]]
where = "illinois"
text.en = "You go."
authority = "99 ILCS 900/1(a)"

[[stage.ways]]
where = "elsewhere"
text.en = "You may go."
authority = "99 ILCS 900/2"

[[stage.ways]]
where = "agreement"
text.en = "You may have to stay."
authority = "99 ILCS 900/2"
"""

SHEET = """\
title.en = "Help"
custody = "federal"
subtitle.en = "What to do"
pages = 1
order = 1
now = true

[[block]]
kind = "poster"
number = "lawyer"
text.en = ["I stay silent."]

[[block.steps]]
text.en = "Stay calm."

[[block.steps]]
text.en = "Stay silent."
authority = "99 ILCS 900/1(a)"

[[block.steps]]
text.en = "Sign nothing."

[[block.steps]]
text.en = "Call."

[[block]]
kind = "door"
text.en = ["We stay silent."]

[[block]]
kind = "heading"
text.en = ["Now"]

[[block]]
kind = "standing"
standing = ["sign-nothing", "afraid"]
as = "steps"

[[block]]
kind = "outcome"
flow = "held"
outcome = "old"
part = "title"

[[block]]
kind = "explanation"
address = "case:Mouse v. Town"
part = "meaning"

[[block]]
kind = "contacts"
contacts = ["lawyer"]

[[block]]
kind = "drawings"
papers = ["town"]
text.en = ["From the town"]
alt.en = ["Our drawing of the town’s paper."]

[[block]]
kind = "card"
part = "holder"

[card.holder]
title.en = "For you"
[[card.holder.items]]
text.en = "Stay silent."
authority = "99 ILCS 900/1(a)"

[card.officer]
title.en = "To the guard"
[[card.officer.items]]
text.en = "I stay silent."
authority = "99 ILCS 900/1(a)"
"""

TOOLS = """\
[[tool]]
key = "papers"
title.en = "Check a paper"
about.en = "Look at a paper."
asks.en = ["what paper is this"]
"""

SECOND = (
    SECTION.replace("900/1", "900/x")
    .replace("900/2", "900/1")
    .replace("900/x", "900/2")
    .replace("2020-01-01", "2005-01-01")
    .replace("Mouse Act", "Rat Act")
    .replace("## What changed\n\n- (a) The old text spoke of mice only.\n\n", "")
)


class Files(dict):
    """Path -> text of a content tree; shown in few words when a test fails."""

    def __repr__(self):
        return f"<{len(self)} files>"


GOOD = Files(
    {
        "law/code/source.toml": SOURCE,
        "law/code/1.md": SECTION,
        "law/code/1@2010-01-01.md": FORMER,
        "law/code/1.es.md": SPANISH,
        "law/code/2.md": SECOND,
        "cases/mouse.md": CASE,
        "thesaurus.toml": THESAURUS,
        "known_words.toml": 'names = ["Gouda"]\n\n[plain]\nen = "harmless"\n',
        "elsewhere.toml": '[[elsewhere]]\nasks.en = ["price of cheese"]\nasks.es = ["precio del queso"]\n',
        "glossary.toml": GLOSSARY,
        "glossary.es.toml": GLOSSARY_SPANISH,
        "terms_es.toml": TERMS,
        "timeline.toml": TIMELINE,
        "contacts.toml": CONTACTS,
        "flows/held.toml": FLOW,
        "flows/held.es.toml": FLOW_SPANISH,
        "papers/questions.toml": QUESTIONS,
        "papers/town.toml": PAPER,
        "papers/town.svg": DRAWING,
        "papers/guard.toml": PAPER.replace("town", "guard").replace('citation = "99 ILCS 900/1"\n', ""),
        "papers/guard.svg": DRAWING,
        "sheets/help.toml": SHEET,
        "path.toml": STAGES,
        "standing.toml": STANDING,
        "flows/bundles.toml": BUNDLES,
        "signing.toml": SIGNING,
        "tools.toml": TOOLS,
        "news.toml": NEWS,
        "flows/held.cases.toml": FLOW_CASES,
        "flows/held.heard.toml": HEARD,
        "flows/heard.toml": HEARD_LISTS,
        "about.toml": 'edition = "good"\nlaw_as_of = 2026-01-01\nlast_review = 2026-01-02\ngaps.en = ["All of it."]\n',
    }
)


@pytest.fixture(scope="session")
def good():
    """A content tree without a problem: path -> text."""
    return GOOD


@pytest.fixture(scope="session")
def write_tree():
    """Write files (path -> text or bytes) below a folder."""

    def write(folder, files):
        for path, text in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder

    return write


@pytest.fixture
def tree(tmp_path, write_tree):
    """Write files and read them as content."""
    return lambda files: load(write_tree(tmp_path / "resources", files))


@pytest.fixture
def problems_of(tree):
    """What the compiler finds wrong with some files."""
    return lambda files: check(tree(files))
