"""The compiler's rules, each with a bad example: one slip in a good tree, and what is said of it where."""

from __future__ import annotations

import ast
import inspect
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightsref.content import compiler
from rightsref.content.reading import read
from rightsref.content.reading.grammar import FLOW_CASES as FLOW_CASES_SHAPE
from rightsref.content.reading.grammar import FLOW_HEARD as FLOW_HEARD_SHAPE
from rightsref.content.reading.grammar import FLOW_WRITTEN as FLOW_SHAPE
from rightsref.content.reading.grammar import GRAMMARS, PAPER_QUESTIONS, TABLES
from rightsref.content.reading.grammar import HEARD_LISTS as HEARD_LISTS_SHAPE
from rightsref.content.reading.grammar import PAPER as PAPER_SHAPE
from rightsref.content.reading.grammar import SHEET as SHEET_SHAPE
from rightsref.content.reading.grammar import SOURCE as SOURCE_SHAPE
from rightsref.content.rules import documents
from rightsref.content.rules.registry import RULES, check
from rightsref.errors import UsageError
from rightsref.paths import resources

ONE, TWO, FORMER = "law/code/1.md", "law/code/2.md", "law/code/1@2010-01-01.md"
SPANISH, SOURCE, CASE = "law/code/1.es.md", "law/code/source.toml", "cases/mouse.md"
FLOW, FLOW_CASES = "flows/held.toml", "flows/held.cases.toml"
HEARD, HEARD_LISTS = "flows/held.heard.toml", "flows/heard.toml"
PAPER, DRAWING, QUESTIONS, STAGES = "papers/town.toml", "papers/town.svg", "papers/questions.toml", "path.toml"
SHEET = "sheets/help.toml"
GLOSSARY, GLOSSARY_SPANISH = "glossary.toml", "glossary.es.toml"

LONG = "“" + "one two three four five six seven eight nine" + "”"
HARD = "(a) No governmental representative participating in immigration enforcement operations may institutionalize individuals."
HARDER = f"{HARD} {HARD[4:]}"

LESS_HARD_SPANISH = "La guardia detiene a la persona por un papel de la oficina de la frontera. El juez municipal considera posteriormente la documentación oficial de la persona detenida."
HARD_SPANISH = "La implementación administrativa de procedimientos gubernamentales extraordinarios imposibilita sistemáticamente las consideraciones humanitarias individuales correspondientes a determinadas comunidades internacionales de la administración departamental."

ALONE = """\
[outcomes.alone]
custody = "none"
title.en = "Anybody may come here, and nobody does."
verdict = "allowed"
caution = 1
because = [{ fact.en = "So it is.", authority = "99 ILCS 900/2" }]
do_now.en = ["Wait."]

[outcomes.old]"""

#: What a slip also leaves without a case.
UNHELD = ("no case takes", "no case answers", "no case of")

NOW = '  { key = "now", label.en = "Since 2020", start = 2020-01-01, goto = "paper" },\n'
THEN = '  { key = "then", label.en = "Before 2020", end = 2020-01-01, goto = "old" },\n'
LAST_YEARS = '  { key = "late", label.en = "Since 2021", start = 2021-01-01, goto = "paper" },\n'

OLD_CASE = """\
answers = { when = "2019-12-31" }
outcome = "old"
verdict = "allowed"
caution = 1
authorities = ["99 ILCS 900/1(a)@2010-01-01"]
"""

FORMER_3 = """\
+++
citation = "99 ILCS 900/3"
heading = "Curfew for mice"
effective = 2005-03-01
ends = 2015-03-01
updated = 2026-01-02
review_by = 2099-01-01

[[checked]]
level = "unchecked"
on = 2026-01-02
+++

## The law

§ No mouse may be out at night.
"""


IN_SPANISH = """\
made = "by mice"

[[text]]
en = "{english}"
es = "{spanish}"
mark = "{mark}"
"""


class Bad(NamedTuple):
    """One slip, and the one problem it must give.

    Attributes:
        rule: the rule that must speak.
        says: a telling part of its message.
        file: where the slip is.
        old, new: what is replaced by what; an empty `old` writes the whole file, an empty `new` takes `old` out.
        at: text on the line that is blamed; line 1 if empty.
        path: the file that is blamed, if another one.
        level: `error` or `warning`.
        also: parts of other messages that the same slip rightly causes.
    """

    rule: str
    says: str
    file: str
    old: str = ""
    new: str | bytes = ""
    at: str = ""
    path: str = ""
    level: str = "error"
    also: tuple[str, ...] = ()


BAD = (
    # reading
    Bad("toml", "cannot be read", "about.toml", 'edition = "good"', "edition = ", at="edition", also=("is missing",)),
    Bad("toml", "overwrite a value", "about.toml", 'edition = "good"', 'edition = "a"\nedition = "b"', at='"b"', also=("is missing",)),
    Bad("toml", "cannot be read", SOURCE, "order = 10", "order = ", at="order", also=("is missing",)),
    Bad("encoding", "not UTF-8", "law/code/3.md", new=b"+++\nheading = \"caf\xe9\"\n+++\n"),
    Bad("front_matter", "begin with TOML front matter", "law/code/3.md", new="No front matter."),
    Bad("front_matter", "begin with TOML front matter", "law/code/3.md", new="+++\nheading = 'never closed'\n"),
    Bad("file_name", "name the file", "law/code/1.fr.md", new="+++\n+++\n"),
    Bad("file_name", "name the file", "law/code/1@2010-1-1.md", new="+++\n+++\n"),
    Bad("file_name", "nothing reads this file; the tables are about", "glosary.toml", new="[[term]]"),
    Bad("parts", "unknown part “Recipes”", ONE, "## Asks", "## Recipes\n\n§ Cook it.\n\n## Asks", at="## Recipes"),
    Bad("parts", "“The law” stands twice", TWO, "## Asks", "## The law \n\n(c) More.\n\n## Asks", at="## The law "),
    Bad("parts", "before the first", ONE, "## In plain words", "Hello.\n\n## In plain words", at="Hello."),
    # front matter
    Bad("keys", "the key `heading` is missing", ONE, 'heading = "What the guard may not do"\n', also=("has moved",)),
    Bad("keys", "unknown key `colour`", ONE, "effective", 'colour = "red"\neffective', at="colour"),
    Bad("keys", "`heading` must be a text", ONE, '"What the guard may not do"', "7", at="heading", also=("has moved",)),
    Bad("keys", "unknown key `judge`", CASE, "weight", "judge = true\nweight", at="judge"),
    Bad("keys", "`effective` must be a date", TWO, "= 2005-01-01", "= 2005-01-01T09:00:00", at="effective"),
    Bad("keys", "`aliases` must be a list of texts", ONE, '["Mouse Act"]', '["Mouse Act", 7]', at="aliases"),
    Bad("keys", "`history` must be a list of tables", ONE, "[[history]]", "[history]", at="[history]"),
    Bad("keys", "unknown key `checked.when`", ONE, "on = 2026", "when = 1\non = 2026", at="[[checked]]"),
    Bad("keys", "unknown key `history.place`", ONE, "date = ", "place = 1\ndate = ", at="[[history]]"),
    Bad("keys", "the key `history.date` is missing", ONE, "date = 2020-01-01\n", at="[[history]]"),
    Bad("keys", "unknown key `effective`", SPANISH, "updated", "effective = 2020-01-01\nupdated", at="effective"),
    Bad("keys", "the key `kind` is missing", SOURCE, 'kind = "ordinance"\n'),
    Bad("keys", "unknown key `colour`", SOURCE, "order", 'colour = "red"\norder', at="colour"),
    Bad("keys", "`order` must be a whole number", SOURCE, "order = 10", 'order = "ten"', at="order"),
    Bad("keys", "`title` must be a text for each language", SOURCE, 'title.en = "Code of Tinytown"', "title = []", at="title"),
    Bad("keys", "the key `short.en` is missing", SOURCE, "short.en", "short.es", at="short"),
    Bad("keys", "unknown key `short.fr`", SOURCE, "short.en", 'short.fr = "Code"\nshort.en', at="short.fr"),
    Bad("keys", "the key `edition` is missing", "about.toml", 'edition = "good"\n'),
    Bad("keys", "the key `es.say` is missing", "thesaurus.toml", 'say = ["poli"]\n', at="[[es]]"),
    Bad("keys", "unknown key `fr`", "thesaurus.toml", "[[es]]", '[[fr]]\nsay = ["flic"]\nmeans = ["guard"]\n\n[[es]]', at="[[fr]]"),
    Bad("keys", "the key `event.date` is missing", "timeline.toml", "date = 2005-01-01\n", at="[[event]]"),
    Bad("keys", "`contact.checked_on` must be a date", "contacts.toml", "2026-01-02", '"today"', at="[[contact]]"),
    Bad("keys", "the key `term.meaning` is missing", "glossary.toml", 'meaning.en = "The police of Tinytown."\n', at='[[term]]\nkey = "guard"', also=("same languages",)),
    Bad("keys", "the key `outcomes.old.because` is missing", FLOW, 'because = [{ fact.en = "The old', 'why = [{ fact.en = "The old', at="[outcomes.old]", also=("unknown key",)),
    Bad("keys", "`questions.paper.text` must be a text for each", FLOW, 'text.en = "Did they show a paper?"', "text = 1", at="[questions.paper]"),
    Bad("keys", "`case.answers` must be a table", FLOW_CASES, 'answers = { when = "2019-12-31" }', "answers = 3", at='[[case]]\nname = "A mouse of old"'),
    Bad("values", "not “village”", SOURCE, '"city"', '"village"', at="jurisdiction"),
    Bad("values", "what is changing it", SOURCE, "order", 'status = "pending"\norder', at="status"),
    Bad("values", "`status` must be one of", ONE, "aliases", 'status = "gone"\naliases', at="status"),
    Bad("values", "not “village”", CASE, '"city"', '"village"', at="jurisdiction"),
    Bad("values", "`weight` must be one of", CASE, '"binding"', '"heavy"', at="weight"),
    Bad("values", "what is changing it", ONE, "aliases", 'status = "changing"\naliases', at="status"),
    Bad("parts", "this part is empty", ONE, "- § Call a lawyer.\n", at="## If it is broken"),
    Bad("parts", "needs the part `broken`", ONE, "## If it is broken\n\n- § Call a lawyer.\n"),
    Bad("sources", "law/other/source.toml is missing", "law/other/3@2005-03-01.md", new=FORMER_3),
    Bad("dates", "not after it took effect", FORMER, "ends = 2020-01-01", "ends = 2010-01-01", at="ends", also=("the answers speak of",)),
    Bad("dates", "the file name says 2010-01-01", FORMER, "= 2010-01-01", "= 2011-01-01", at="effective"),
    Bad("dates", "an earlier version needs `ends`", FORMER, "ends = 2020-01-01\n", also=("it ends never",)),
    Bad("dates", "it ends 2020-06-01", FORMER, "ends = 2020-01-01", "ends = 2020-06-01", at="effective", path=ONE),
    Bad("citation", "write case:Mouse v. Town", CASE, "case:Mouse v. Town", "case:Mouse v.  Town", at="citation"),
    Bad("citation", "“Town Case” is not a canonical citation", CASE, "case:Mouse v. Town", "Town Case", at="citation", also=("leads nowhere", "has no part")),
    Bad("citation", "900/2(b)(1) stands already in law/code/2.md", TWO, "## Who", "(b)(1) Again.\n\n## Who", at="Again"),
    Bad("links", "“99 ILCS 900/9” leads nowhere", ONE, "Mice.", "Mice, [[99 ILCS 900/9]].", at="Mice"),
    Bad("links", "“form:X” leads nowhere", ONE, "Mice.", "Mice, [[the form|form:X]].", at="Mice"),
    Bad("links", "“case:Cat” leads nowhere", ONE, 'related = ["', 'related = ["case:Cat", "', at="related"),
    Bad("in_force", "is no longer law", TWO, "updated", "ends = 2022-01-01\nupdated", at="[[99 ILCS", path=ONE, also=("the answers speak of",)),
    Bad("in_force", "after this text had ended", TWO, "effective = 2005-01-01", "effective = 2021-01-01", at="[[99 ILCS", path=FORMER, also=("not_sure: 99 ILCS 900/2 took effect",)),
    Bad("nesting", "(c)(1) stands before (c)", TWO, "## Who", "(c)(1) Alone.\n\n## Who", at="Alone"),
    Bad("nesting", "opens with its pinpoint", TWO, "## Who", "Nor anyone else.\n\n## Who", at="Nor anyone"),
    Bad("checked", "must speak for the whole text", ONE, "on = 2026-01-02\n", 'on = 2026-01-02\nparagraphs = ["(a)"]\n', at="[[checked"),
    Bad("checked", "`level` must be one of", ONE, '"official"', '"certain"', at="[[checked"),
    Bad("checked", "checked as official needs the https://", ONE, "https://example.org/1", "http://example.org/1", at="[[checked"),
    Bad("keys", "the key `checked.on` is missing", ONE, "on = 2026-01-02\n", at="[[checked"),
    Bad("checked", "there is no paragraph (z)", ONE, "[[history]]", '[[checked]] \nlevel = "unchecked"\non = 2026-01-02\nparagraphs = ["(z)"] \n\n[[history]]', at="[[checked]] "),
    Bad("currency", "before the law of 2020-01-01", ONE, "updated = 2026-01-02", "updated = 2019-01-02", at="updated"),
    Bad("review", "was due on 2020-02-02", ONE, "2099-01-01", "2020-02-02", at="review_by", level="warning"),
    Bad("aliases", "“mouse act” belongs already to law/code/1.md", TWO, "Rat Act", "mouse act", at="aliases"),
    Bad("changes", "say in 1 to 6 lines of `What changed`", ONE, "## What changed\n\n- (a) The old text spoke of mice only.\n\n"),
    Bad("changes", "no earlier text stood here", TWO, "## Asks", "## What changed\n\n- (a) All.\n\n## Asks", at="## What changed"),
    Bad("successors", "this text has no paragraph (z)", ONE, "updated", 'reworded = ["(z)"]\nupdated', at="reworded"),
    Bad("successors", "the text before has no paragraph (b)", ONE, "updated", 'was = { "(a)" = "(b)" }\nupdated', at="was ="),
    Bad("successors", "the text before has no paragraph (a)", TWO, "updated", 'reworded = ["(a)"]\nupdated', at="reworded"),
    # words
    Bad("html", "only *emphasis*", ONE, "Call a lawyer.", "<u>Call</u> a lawyer.", at="<u>"),
    Bad("html", "only *emphasis*", ONE, "Call a lawyer.", "![Call](a.png) a lawyer.", at="a.png"),
    Bad("quotation", "longer than eight words", ONE, "Call a lawyer.", f"Say {LONG}.", at="nine"),
    Bad("authority", "name the authority of this claim in `broken`", ONE, "§ Call a lawyer.", "Call a lawyer.", at="Call a"),
    Bad("dates", "write “30 July” with the month before the day", ONE, "Call a lawyer.", "Since 30 July 2026 call a lawyer.", at="30 July"),
    Bad("dates", "write “8 May”", FLOW, "Did they show a paper?", "Did they show a paper before 8 May 2026?", at="8 May", also=("has moved",)),
    Bad("asks", "4 asks; write 5 or more", ONE, "- § who made this law\n", at="## Asks"),
    Bad("pinpoints", "there is no paragraph (z)", ONE, "§ who made", "(z) who made", at="who made"),
    Bad("pinpoints", "there is no paragraph ¶7", ONE, "§ Call a lawyer.", "¶7 Call a lawyer.", at="Call a"),
    Bad("pinpoints", "there is no paragraph (z)", SPANISH, "§ quien", "(z) quien", at="quien"),
    Bad("translation", "no English text beside it", "law/code/3.es.md", new="+++\nheading = 'x'\nupdated = 2026-01-02\n+++\n"),
    Bad("translation", "must be those of the English: (a), (b), (b)(1)", SPANISH, "(b)(1) Tampoco", "(b)(2) Tampoco", at="## The law", also=("its mark",)),
    Bad("reading_grade", "reads at grade", ONE, "(a) The guard may not hold you.", HARDER, also=("has moved",)),
    Bad("reading_grade", "reads at grade", ONE, "(a) The guard may not hold you.", HARD, level="warning", also=("has moved",)),
    Bad("news", "the first edition must be “good”, that of about.toml", "news.toml", 'key = "good"', 'key = "great"'),
    Bad("news", "“late” must stand above “good”: newest first", "news.toml", 'key = "fair"', 'key = "late"', at='[[edition]]\nkey = "late"'),
    Bad("news", "“flow/nowhere” leads nowhere", "news.toml", "flow/held", "flow/nowhere", at="[[edition]]"),
    # tables and flows
    Bad("tables", "“detainer” belongs already", "glossary.toml", 'key = "guard"', 'key = "detainer"', at='[[term]]\nkey = "detainer"\nterm.en = "guard"'),
    Bad("tables", "“en: detainers” belongs already", "glossary.toml", 'term.en = "guard"', 'forms.en = ["Detainers"]\nterm.en = "guard"', at='[[term]]\nkey = "guard"'),
    Bad("tables", "`need` must be one of complain, court", "contacts.toml", 'need = "lawyer"', 'need = "pizza"', at="[[contact]]"),
    Bad("tables", "`term` and `meaning` must be there in the same", GLOSSARY_SPANISH, 'es = "Un papel que pide retenerlo."\nmark = "208f-4cd4"', 'es = ""', at="[[term]]", path="glossary.toml"),
    Bad("tables", "“99 ILCS 900/9” leads nowhere", "glossary.toml", "900/1(a)", "900/9", at="[[term]]"),
    Bad("tables", "“99 ILCS 900/9” leads nowhere", "timeline.toml", "900/2", "900/9", at="[[event]]"),
    Bad("tables", "`precision` must be one of day, month, year", "timeline.toml", "jurisdiction", 'precision = "hour"\njurisdiction', at="[[event]]"),
    Bad("tables", "needs the https:// address", "contacts.toml", "https://example.org/lawyer", "a leaflet", at="[[contact]]"),
    Bad("tables", "`level` must be one of", "contacts.toml", "secondary", "heard", at="[[contact]]"),
    Bad("flows", "the outcome may_not names a standing line “cal”, which does not exist", FLOW, '"@call"', '"@cal"', at="[outcomes.may_not]"),
    Bad("flows", "old: a step shows no markup", FLOW, '"Ask a lawyer today."', '"Ask a *lawyer* today."', at="[outcomes.old]"),
    Bad("flows", "it starts at “where”, which is no question", FLOW, 'start = "when"', 'start = "where"', at="start"),
    Bad("flows", "the question paper has 1 options", FLOW, '  { key = "yes", label.en = "Yes", goto = "may_not" },\n', at="[questions.paper]"),
    Bad("flows", "the question paper has an option twice", FLOW, '"yes"', '"unknown"', at="[questions.paper]"),
    Bad("flows", "needs an option `unknown`", FLOW, '{ key = "unknown", label.en = "I do not know", goto = "not_sure" },\n]\n\n[outcomes', '{ key = "no", label.en = "No", goto = "not_sure" },\n]\n\n[outcomes', at="[questions.paper]"),
    Bad("flows", "no answer to paper changes anything: each leads to may_not", FLOW, '"I do not know", goto = "not_sure" },\n]\n\n[outcomes', '"I do not know", goto = "may_not" },\n]\n\n[outcomes', at="[questions.paper]", also=("A mouse that saw no paper",)),
    Bad("flows", "the question paper has no text", FLOW, "Did they show a paper?", at="[questions.paper]"),
    Bad("flows", "paper=yes leads to “nowhere”", FLOW, 'label.en = "Yes", goto = "may_not"', 'label.en = "Yes", goto = "nowhere"', at="[questions.paper]"),
    Bad("flows", "paper=yes has no label", FLOW, '"Yes"', '""', at="[questions.paper]"),
    Bad("flows", "the verdict of old must be one of", FLOW, '"allowed"', '"fine"', at="[outcomes.old]"),
    Bad("flows", "`caution` of old must be 1, 2 or 3", FLOW, "caution = 1", "caution = 9", at="[outcomes.old]"),
    Bad("flows", "the outcome may_not names no authority", FLOW, 'because = [{ fact.en = "The code says so.", authority = "99 ILCS 900/1(a)" }]', "because = []", at="[outcomes.may_not]"),
    Bad("flows", "the outcome old names nothing to do", FLOW, '["Ask a lawyer today."]', "[]", at="[outcomes.old]"),
    Bad("flows", "the questions go round: when → paper → when", FLOW, 'label.en = "Yes", goto = "may_not"', 'label.en = "Yes", goto = "when"', at="[questions.when]"),
    Bad("flows", "alone is never reached", FLOW, "[outcomes.old]", ALONE, at="[outcomes.alone]", also=("has no case",)),
    Bad("flows", "“99 ILCS 900/9” leads nowhere", FLOW, '"99 ILCS 900/2"', '"99 ILCS 900/9"', at="[outcomes.not_sure]", also=("wants", *UNHELD)),
    Bad("flows", "900/1(a)@2010-01-01 ended on 2020-01-01", FLOW, 'says so.", authority = "99 ILCS 900/1(a)', 'says so.", authority = "99 ILCS 900/1(a)@2010-01-01', at="[outcomes.may_not]", also=("wants", *UNHELD)),
    Bad("flows", "took effect on 2020-01-01, but", FLOW, "900/1(a)@2010-01-01", "900/1(a)", at="[outcomes.old]", also=("wants", *UNHELD)),
    Bad("flows", "not knowing when ends in not_sure, less careful than", FLOW, '"depends"', '"required"', at="[questions.when]", also=("A mouse today", "A mouse that forgot", "A mouse that saw no paper", "not knowing paper", "the title says")),
    Bad("flows", "“yesterday” does not answer “when”", FLOW_CASES, "2020-01-01", "yesterday", at="A mouse today", also=(*UNHELD, "may_not has no case")),
    Bad("flows", "stops at the question paper", FLOW_CASES, ', paper = "yes"', at="A mouse today", also=(*UNHELD, "may_not has no case")),
    Bad("flows", "reaches may_not, not old", FLOW_CASES, 'outcome = "may_not"', 'outcome = "old"', at="A mouse today", also=UNHELD),
    Bad("flows", "wants 99 ILCS 900/7, which may_not does not name", FLOW_CASES, "900/1(a)", "900/7", at="A mouse today", also=UNHELD),
    Bad("flows", "“A mouse today” says allowed, but may_not is prohibited", FLOW_CASES, '"prohibited"', '"allowed"', at="A mouse today"),
    Bad("flows", "“A mouse today” has the caution 1, but may_not has 3", FLOW_CASES, "caution = 3", "caution = 1", at="A mouse today"),
    Bad("flows", "“A mouse of old” answers paper, which is not asked on its way", FLOW_CASES, '"2019-12-31" }', '"2019-12-31", paper = "yes" }', at="A mouse of old"),
    Bad("keys", "the key `case.verdict` is missing", FLOW_CASES, 'verdict = "prohibited"\n', at='[[case]]\nname = "A mouse today"'),
    Bad("flows", "no case of may_not names 99 ILCS 900/1(a), on which it rests", FLOW_CASES, 'authorities = ["99 ILCS 900/1(a)"]\n'),
    Bad("flows", "no case takes paper=unknown", FLOW_CASES, 'paper = "unknown"', 'paper = "yes"', also=("A mouse that saw no paper",)),
    Bad("flows", "no case answers when with 2020-01-01, a day at the edge", FLOW_CASES, '"2020-01-01"', '"now"'),
    Bad("flows", "no case answers when with 2019-12-31, a day at the edge", FLOW_CASES, '"2019-12-31"', '"then"'),
    Bad("flows", "may_not is prohibited, but the title says “may” first", FLOW, "may not hold you.", "may hold you, but not long.", at="[outcomes.may_not]", also=("has moved",)),
    Bad("flows", "may_not is prohibited, but the title says “neither may nor must” first", FLOW, "The guard may not hold you.", "Run.", at="[outcomes.may_not]", also=("has moved",)),
    Bad("flows", "may_not is prohibited: the title says first who may not, may or must", FLOW, "The guard may not hold you.", "Do not go. The guard may not hold you.", at="[outcomes.may_not]", also=("has moved",)),
    Bad("flows", "not_sure depends, but the title says “may” flatly", FLOW, "It depends on the day.", "The guard may hold you.", at="[outcomes.not_sure]"),
    Bad("flows", "when: the newest days stand first", FLOW, NOW + THEN, THEN + NOW, at="[questions.when]", also=("`now`",)),
    Bad("flows", "when: `then` ends on 2019-01-01, but `now` begins on 2020-01-01", FLOW, "end = 2020-01-01", "end = 2019-01-01", at="[questions.when]", also=("A mouse of old", "the outcome old has no case", *UNHELD)),
    Bad("flows", "when: `now` stands first", FLOW, "options = [\n", "options = [\n" + LAST_YEARS, at="[questions.when]", also=("`now` ends on no day", *UNHELD)),
    Bad("flows", "paper: yes stands before no", FLOW, '  { key = "yes"', '  { key = "no", label.en = "No", goto = "may_not" },\n  { key = "yes"', at="[questions.paper]", also=UNHELD),
    Bad("flows", "when: `unknown` speaks of other days", FLOW, 'goto = "not_sure"', 'end = 2015-01-01, goto = "old"', at="[questions.when]", also=("not_sure", "A mouse that forgot", "A mouse today", *UNHELD)),
    Bad("flows", "the outcome old has no case", FLOW_CASES, OLD_CASE, OLD_CASE.replace("2019-12-31", "unknown").replace('"old"', '"not_sure"').replace("allowed", "depends").replace("= 1", "= 3").replace("1(a)@2010-01-01", "2"), also=UNHELD),
    # what scenarios share
    Bad("shared", "paper uses “gone”, which is not shared", FLOW, 'text.en = "Did', 'use = "gone"\ntext.en = "Did', at="[questions.paper]"),
    Bad("shared", "“mouse” is used by nobody; what is shared is used twice or more", "flows/shared.toml", new='# mice\n[questions.mouse]\ntext.en = "Is it a mouse?"\noptions = [{ key = "unknown", label.en = "I do not know" }]\n', at="[questions.mouse]"),
    # what a tool can answer
    Bad("flows", "paper is looked up with “kitchen”; the tools are clock, papers", FLOW, 'text.en = "Did', 'lookup = { tool = "kitchen", finds = [{ found = ["town"], option = "yes" }] }\ntext.en = "Did', at="[questions.paper]"),
    Bad("flows", "paper: papers never finds “ship”", FLOW, 'text.en = "Did', 'lookup = { tool = "papers", finds = [{ found = ["ship"], option = "yes" }] }\ntext.en = "Did', at="[questions.paper]"),
    Bad("flows", "paper: “no” is no answer that can be looked up", FLOW, 'text.en = "Did', 'lookup = { tool = "papers", finds = [{ found = ["town"], option = "no" }] }\ntext.en = "Did', at="[questions.paper]"),
    Bad("flows", "paper: “unknown” is no answer that can be looked up", FLOW, 'text.en = "Did', 'lookup = { tool = "papers", finds = [{ found = ["town"], option = "unknown" }] }\ntext.en = "Did', at="[questions.paper]"),
    Bad("flows", "paper: “issuer = pope” is nothing that papers knows", FLOW, 'text.en = "Did', 'lookup = { tool = "papers", finds = [{ found = ["town"], seen = { issuer = "pope" }, option = "yes" }] }\ntext.en = "Did', at="[questions.paper]"),
    Bad("flows", "paper: “town” is answered already by what stands above", FLOW, 'text.en = "Did', 'lookup = { tool = "papers", finds = [{ found = ["town", "town"], option = "yes" }] }\ntext.en = "Did', at="[questions.paper]"),
    Bad("flows", "paper: “place = moon” is nothing that clock knows", FLOW, 'text.en = "Did', 'lookup = { tool = "clock", known = { place = "moon" }, finds = [{ found = ["all_over"], option = "yes" }] }\ntext.en = "Did', at="[questions.paper]"),
    # sheets, papers and the path
    Bad("sheets", "there is no contact “cook”", SHEET, '["lawyer"]', '["cook"]', at="[[block]]\nkind = \"contacts\""),
    Bad("sheets", "`kind` must be one of", SHEET, '"heading"', '"song"', at='[[block]]\nkind = "song"'),
    Bad("sheets", "a block of kind heading needs `text`", SHEET, 'text.en = ["Now"]', "lines = 1", at='[[block]]\nkind = "heading"'),
    Bad("sheets", "held/gone has no part “title”", SHEET, 'outcome = "old"', 'outcome = "gone"', at='[[block]]\nkind = "outcome"'),
    Bad("sheets", "“case:Mouse v. Town” has no part “songs”", SHEET, 'part = "meaning"', 'part = "songs"', at='[[block]]\nkind = "explanation"'),
    Bad("sheets", "a sheet for `now`, and no other, begins with a block of kind poster", SHEET, "now = true", "now = false"),
    Bad("sheets", "a poster has 4 steps, not 3", SHEET, '[[block.steps]]\ntext.en = "Call."\n', "", at='[[block]]\nkind = "poster"'),
    Bad("sheets", "“99 ILCS 900/8” leads nowhere", SHEET, 'authority = "99 ILCS 900/1(a)"', 'authority = "99 ILCS 900/8"', at='[[block]]\nkind = "poster"'),
    Bad("sheets", "a poster says what to say", SHEET, 'text.en = ["I stay silent."]\n', "", at='[[block]]\nkind = "poster"'),
    Bad("sheets", "there is no contact “nobody” with a phone", SHEET, 'number = "lawyer"', 'number = "nobody"', at='[[block]]\nkind = "poster"'),
    Bad("sheets", "one line must end with the number of the contact “lawyer”", SHEET, 'title.en = "For you"', 'title.en = "For you"\nnumber = "lawyer"', at="[card.holder]"),
    Bad("sheets", "there is no drawing “village”", SHEET, '["town"]', '["village"]', at='[[block]]\nkind = "drawings"'),
    Bad("sheets", "`text` and `alt` must give each drawing", SHEET, 'text.en = ["From the town"]', 'text.en = ["From", "the town"]', at='[[block]]\nkind = "drawings"'),
    Bad("sheets", "the sheet has no card with a side “mayor”", SHEET, 'part = "holder"', 'part = "mayor"', at='[[block]]\nkind = "card"'),
    Bad("sheets", "card, officer: “99 ILCS 900/9” leads nowhere", SHEET, 'text.en = "I stay silent."\nauthority = "99 ILCS 900/1(a)"', 'text.en = "I stay silent."\nauthority = "99 ILCS 900/9"', at="[card.officer]"),
    Bad("translation", "must have as many blocks as the English", SPANISH, "## The law", "(b) Otra cosa.\n\n## The law", at="## In plain words", also=("its mark",)),
    Bad("papers", "lights up “seal”, which is not in the drawing", PAPER, 'spot = "issuer"', 'spot = "seal"'),
    Bad("papers", "knows no sign “pope”", PAPER, '["town"]', '["pope"]'),
    Bad("papers", "`end.powers` tells, in this order: home, public, work, jail", PAPER, '"jail"', '"ship"'),
    Bad("papers", "“99 ILCS 900/9” leads nowhere", PAPER, '"99 ILCS 900/1(a)"', '"99 ILCS 900/9"'),
    Bad("papers", "longer than eight words", PAPER, "The name of the town.", LONG),
    Bad("papers", "no question tells it apart from guard", PAPER, '["town"]', '["guard"]'),
    Bad("papers", "there is no drawing town.svg with spots", DRAWING, '<rect id="issuer" width="9" height="9"/>', path=PAPER),
    Bad("papers", "there is no drawing town.svg with spots", DRAWING, new=b"\xff\xfe", path=PAPER),
    Bad("papers", "a sign of issuer has a warning without its authority", QUESTIONS, 'authority = "99 ILCS 900/1(a)"\n'),
    Bad("papers", "needs two to seven signs", QUESTIONS, 'key = "town"', 'key = "unknown"', also=("knows no sign",)),
    Bad("papers", "the field `seal` is not both here and in questions.toml", PAPER, "[fields.issuer]", "[fields.seal]", also=("`issuer`", "knows no sign")),
    # a verdict for each law
    Bad("flows", "`laws` of may_not names two laws or more", FLOW, '[outcomes.may_not]', '[outcomes.may_not]\nlaws = [{ law.en = "Town law", verdict = "prohibited", authority = "99 ILCS 900/1(a)" }]', at="[outcomes.may_not]"),
    Bad("flows", "all `laws` of may_not say prohibited", FLOW, '[outcomes.may_not]', '[outcomes.may_not]\nlaws = [{ law.en = "Town law", verdict = "prohibited", authority = "99 ILCS 900/1(a)" }, { law.en = "State law", verdict = "prohibited", authority = "99 ILCS 900/1(a)" }]', at="[outcomes.may_not]"),
    Bad("flows", "may_not is prohibited, but none of its `laws` says so", FLOW, '[outcomes.may_not]', '[outcomes.may_not]\nlaws = [{ law.en = "Town law", verdict = "allowed", authority = "99 ILCS 900/1(a)" }, { law.en = "State law", verdict = "depends", authority = "99 ILCS 900/1(a)" }]', at="[outcomes.may_not]"),
    Bad("flows", "“99 ILCS 900/7” in `laws` is no reason or exception", FLOW, '[outcomes.may_not]', '[outcomes.may_not]\nlaws = [{ law.en = "Town law", verdict = "prohibited", authority = "99 ILCS 900/7" }, { law.en = "State law", verdict = "depends", authority = "99 ILCS 900/1(a)" }]', at="[outcomes.may_not]"),
    Bad("flows", "a verdict in `laws` of may_not must be one of", FLOW, '[outcomes.may_not]', '[outcomes.may_not]\nlaws = [{ law.en = "Town law", verdict = "prohibited", authority = "99 ILCS 900/1(a)" }, { law.en = "State law", verdict = "forbidden", authority = "99 ILCS 900/1(a)" }]', at="[outcomes.may_not]"),
    Bad("flows", "2 reasons of old rest on 99 ILCS 900/1(a)@2010-01-01; no case names it so often", FLOW, 'because = [{ fact.en = "The old code said so.", authority = "99 ILCS 900/1(a)@2010-01-01" }]', 'because = [{ fact.en = "The old code said so.", authority = "99 ILCS 900/1(a)@2010-01-01" }, { fact.en = "It had no mice in it.", authority = "99 ILCS 900/1(a)@2010-01-01" }]', path=FLOW_CASES),
    Bad("flows", "case “A mouse of old” wants 2 reasons on 99 ILCS 900/1(a)@2010-01-01; old has 1", FLOW_CASES, '["99 ILCS 900/1(a)@2010-01-01"]', '["99 ILCS 900/1(a)@2010-01-01", "99 ILCS 900/1(a)@2010-01-01"]', at='name = "A mouse of old"'),
    # hand-overs
    Bad("flows", "may_not leads on to “flow/gone”, which is no scenario and no tool", FLOW, '[outcomes.may_not]', '[outcomes.may_not]\nonward = [{ label.en = "Go on", goto = "flow/gone" }]', at="[outcomes.may_not]"),
    Bad("flows", "may_not leads on to its own scenario", FLOW, '[outcomes.may_not]', '[outcomes.may_not]\nonward = [{ label.en = "Go on", goto = "flow/held" }]', at="[outcomes.may_not]"),
    Bad("flows", "“ship=yes” is no answer of tool/papers", FLOW, '[outcomes.may_not]', '[outcomes.may_not]\nonward = [{ label.en = "Go on", goto = "tool/papers", answers = { ship = "yes" } }]', at="[outcomes.may_not]"),
    Bad("flows", "no answer of when is one of ship in tool/papers", FLOW, '[outcomes.may_not]', '[outcomes.may_not]\nonward = [{ label.en = "Go on", goto = "tool/papers", carry = { ship = "when" } }]', at="[outcomes.may_not]"),
    # what is heard
    Bad("heard", "there is no list “@guards”", HEARD, "@guard hold", "@guards hold", at="asks"),
    Bad("heard", "there is no list “@they”", HEARD_LISTS, '"@guard", "=they"', '"@they"'),
    Bad("heard", "“” is no word", HEARD, "show|showed", "show||showed", at="[[heard]]"),
    Bad("heard", "“pa-per” is no word", HEARD, "showed paper", "showed pa-per", at="[[heard]]"),
    Bad("heard", "the phrase “? !mouse” asks for no word", HEARD, "@guard hold|held", "? !mouse", at="asks"),
    Bad("heard", "the phrase “held|jail|ice” is too short", HEARD, "@guard hold|held", "held|jail|ice", at="asks"),
    Bad("heard", "`asks.es` holds no phrase", HEARD, 'asks.es = ["@guard retiene"]\n', at="asks"),
    Bad("heard", "`heard.es` holds no phrase", HEARD, 'es = ["no:vi papel"]', "es = []", at='[[heard]]\nanswers = ["when=then"]'),
    Bad("heard", "“when=soon” is no answer of this flow", HEARD, "when=now", "when=soon", at="[[heard]]"),
    Bad("heard", "“when” is no answer of this flow", HEARD, "when=now", "when", at="[[heard]]"),
    Bad("heard", "“no:see paper” answers when with now and with then", HEARD, '"@they show|showed paper"', '"paper no:see"', at='[[heard]]\nanswers = ["when=then"]'),
    Bad("heard", "there is no flow “gone”", "flows/gone.heard.toml", new='asks.en = ["the guard"]\n'),
    Bad("bundles", "“A mouse today”: held says depends (not_sure), not prohibited", "flows/bundles.toml", "fewer = true\n", "", at="[[bundle]]"),
    Bad("bundles", "“A mouse today”: there is no scenario “hold”", "flows/bundles.toml", 'flow = "held"', 'flow = "hold"', at="[[bundle]]"),
    Bad("bundles", "“A mouse today”: held stops at the question paper", "flows/bundles.toml", ', paper = "yes"', "", at="[[bundle]]"),
    Bad("bundles", "“A mouse today”: `verdict` must be one of", "flows/bundles.toml", '"prohibited"', '"forbidden"', at="[[bundle]]"),
    Bad("custody", "old: `custody` says in whose hands it leaves the person", FLOW, 'custody = "none"\n', "", at="[outcomes.old]"),
    Bad("custody", "may_not: in federal hands it names “@afraid”", FLOW, '"@afraid", ', "", at="[outcomes.may_not]"),
    Bad("custody", "may_not: in federal hands it names “@habeas-lawyer”", FLOW, '"@habeas-lawyer", ', "", at="[outcomes.may_not]"),
    Bad("custody", "may_not: what cannot be undone stands first", FLOW, '"@sign-nothing", ', '"Sit down.", "@sign-nothing", ', at="[outcomes.may_not]"),
    Bad("custody", "may_not: in federal hands the first to `call` is one who answers at any hour", FLOW, 'call = ["lawyer"]', 'call = ["guard-line"]', at="[outcomes.may_not]"),
    Bad("custody", "not_sure: in the hands of police it names “@no-plea”", FLOW, ', "@no-plea"', "", at="[outcomes.not_sure]"),
    Bad("custody", "old: it sends somebody to where people are taken", FLOW, '"Ask a lawyer today."', '"Go to the jail and ask."', at="[outcomes.old]"),
    Bad("custody", "old: it sends somebody to where people are taken", FLOW, '"Ask a lawyer today."', '"Have a friend wait outside."', at="[outcomes.old]"),
    Bad("custody", "not_sure: somebody is told to speak to a person inside", FLOW, '"Find out the day."', '"Tell the person the day."', at="[outcomes.not_sure]"),
    Bad("custody", "speaks of a time limit without its number", FLOW, '"Ask a lawyer today."', '"There are time limits."', at="[outcomes.old]"),
    Bad("custody", "old: 555-0199 has a warning", FLOW, '"Ask a lawyer today."', '"Call 555-0199."', at="[outcomes.old]"),
    Bad("custody", "old: a title says that no rule is held", FLOW, "The guard could hold a mouse.", "It was not found if the guard may.", at="[outcomes.old]", level="warning"),
    Bad("custody", "fear told before immigration holds the person", FLOW, 'custody = "federal"', 'custody = "none"', at="[outcomes.may_not]"),
    Bad("custody", "old: “Say: I am afraid to go back.…” speaks of fear without saying when", FLOW, '"Ask a lawyer today."', '"Say: I am afraid to go back."', at="[outcomes.old]"),
    Bad("custody", "a sheet about custody draws “@afraid”", SHEET, ', "afraid"', ""),
    Bad("custody", "“@afraid” has no words in the sheet’s language es", "sheets/help.es.toml", new=IN_SPANISH.format(english="Help", spanish="Ayuda", mark="b79c-32b4"), path=SHEET, also=("“@sign-nothing”",)),
    Bad("signing", "way-home: `advice` must be one of never, lawyer, choose, out, receipt", "signing.toml", '"never"', '"maybe"', at="[[paper]]"),
    Bad("signing", "way-home: “99 ILCS 900/7” leads nowhere", "signing.toml", "99 ILCS 900/1(a)", "99 ILCS 900/7", at="[[paper]]"),
    Bad("signing", "`key` must be one word, or words with hyphens, and its own", "signing.toml", '"way-home"', '"way home"', at="[[paper]]"),
    Bad("stages", "start: it names no authority", STAGES, '[[stage.law]]\ntext.en = "The guard may not hold you."\nauthority = "99 ILCS 900/1(a)"\n', at="[[stage]]"),
    Bad("stages", "tell each of illinois, elsewhere, agreement once", STAGES, '"agreement"', '"illinois"', at="[[stage]]"),
    Bad("stages", "`key` must be one word", STAGES, 'key = "start"', 'key = "the start"', at="[[stage]]"),
    Bad("stages", "“kitchen” is no page; they are path, clock, papers, signing, saved", "tools.toml", '"papers"', '"kitchen"', at="[[tool]]"),
    Bad("stages", "“case:Cat” leads nowhere", STAGES, "case:Mouse v. Town", "case:Cat", at="[[stage]]"),
    Bad("thesaurus", "“jail” occurs nowhere", "terms_es.toml", 'means = ["guard"]', 'means = ["jail"]', at="means ="),
    Bad("fresh", "the English “The sea” has moved", "law/code/heads.es.toml", new='made = "by mice"\n\n[[text]]\nen = "The sea"\nes = "El mar"\nmark = "0000-0000"\n', at="[[text]]", also=("the mark",)),
    Bad("same_facts", "the number 7 is not in the English", "law/code/heads.es.toml", new='made = "by mice"\n\n[[text]]\nen = "Seen."\nes = "Visto 7 veces."\nmark = "0000-0000"\n', at="[[text]]", also=("the mark", "has moved")),
    Bad("thesaurus", "“jail” occurs nowhere", "thesaurus.toml", '["guard"]', '["guard", "jail"]', at="jail"),
    # translations beside their English
    Bad("companions", "there is no table timetable.toml to translate", "timetable.es.toml", new='made = "by mice"\n'),
    Bad("companions", "put this translation into held.es.toml", FLOW, "[outcomes.old]", '[outcomes.old]\ndo_now.es = ["Pregunte."]', at="do_now.es"),
    Bad("companions", "put this translation into contacts.es.toml", "contacts.toml", 'for.en = "Anything."', 'for.en = "Anything."\nhours = { en = "At night.", es = "De noche." }', at="hours = {"),
    Bad("companions", "this English has a row already", GLOSSARY_SPANISH, 'en = "guard"\nes = ""', 'en = "guard"\nes = ""\n\n[[text]] \nen = "guard"\nes = ""', at="[[text]] "),
    Bad("keys", "the key `made` is missing", GLOSSARY_SPANISH, 'made = "by mice"\n'),
    Bad("keys", "unknown key `text.fr`", GLOSSARY_SPANISH, '[[text]]\nen = "detainer"', '[[text]]\nfr = "papier"\nen = "detainer"', at="[[text]]"),
    Bad("fresh", "the English “guard” has moved: it now reads “guards of town”", GLOSSARY, 'term.en = "guard"', 'term.en = "guards of town"', at='[[text]]\nen = "guard"', path=GLOSSARY_SPANISH),
    Bad("fresh", "the English “detainer” has moved: nothing like it is left", GLOSSARY, 'term.en = "detainer"', 'term.en = "blue"', at='[[text]]\nen = "detainer"', path=GLOSSARY_SPANISH, also=("same languages",)),
    Bad("fresh", "the mark does not fit", GLOSSARY_SPANISH, "asks the guard to hold you", "asks the guards to hold you", at='[[text]]\nen = "A paper'),
    Bad("fresh", "the mark does not fit", GLOSSARY_SPANISH, "petición", "orden", at='[[text]]\nen = "detainer"'),
    Bad("fresh", "the mark does not fit", GLOSSARY_SPANISH, 'mark = "54c2-1a6a"\n', at='[[text]]\nen = "detainer"'),
    Bad("complete", "“guard” is not translated", GLOSSARY_SPANISH, 'made = "by mice"', 'made = "by mice"\ncomplete = true', at='[[text]]\nen = "guard"', also=("The police of",)),
    Bad("complete", "“The police of Tinytown.” is not translated", GLOSSARY_SPANISH, 'made = "by mice"', 'made = "by mice"\ncomplete = true', also=("“guard”",)),
    Bad("alike", "flows/held.es.toml says “La guardia no puede retenerlo.” for this English", "path.es.toml", new=IN_SPANISH.format(english="The guard may not hold you.", spanish="Nadie puede retenerlo.", mark="f97b-4649"), at="[[text]]"),
    Bad("fresh", "`heading`: its English has moved", ONE, "What the guard may not do", "What no guard may do", at="heading", path=SPANISH),
    Bad("fresh", "`law`: its mark does not fit", SPANISH, "Tampoco el alcalde", "Ni el alcalde", at="## The law"),
    Bad("fresh", "`heading`: its mark does not fit", SPANISH, "Lo que la guardia", "Lo que el guardia", at="heading"),
    Bad("same_facts", "the number 7 is not in the English", GLOSSARY_SPANISH, 'es = "petición"', 'es = "petición 7"', at="[[text]]", also=("the mark",)),
    Bad("same_facts", "the references in [[…]] must be those", SPANISH, "puede retenerlo.", "puede retenerlo: [[99 ILCS 900/2]].", at="(a) La guardia no puede retenerlo", also=("its mark",)),
    Bad("terms", "“detainer” stands in a heading only in brackets", SPANISH, 'heading = "Lo que la guardia no puede hacer"', 'heading = "Lo que dice un detainer (un detainer)"', at="heading = ", also=("its mark",)),
    Bad("terms", "“papelote” is not our word for detainer: write petición", GLOSSARY_SPANISH, 'es = "petición"', 'es = "Papelote"', at="[[text]]", also=("the mark",)),
    Bad("usted", "“te” speaks to a tú", SPANISH, "no puede retenerlo.", "no te puede retener.", at="(a) La guardia no te", also=("its mark",)),
    Bad("reading_ease", "of INFLESZ; shorter words", GLOSSARY_SPANISH, 'es = "petición"', f'es = "{HARD_SPANISH}"', at="[[text]]", also=("the mark",)),
    Bad("reading_ease", "1 texts read below 65 of INFLESZ (line 3: ", GLOSSARY_SPANISH, 'es = "petición"', f'es = "{LESS_HARD_SPANISH}"', at="[[text]]", level="warning", also=("the mark",)),
)  # fmt: skip


def _label(bad):
    return f"{bad.rule}: {bad.says}"


def _broken(good, bad):
    files = dict(good)
    if bad.old:
        assert bad.old in files[bad.file]
        files[bad.file] = files[bad.file].replace(bad.old, bad.new, 1)
    else:
        files[bad.file] = bad.new
    return files


def _line(text, at):
    return text.count("\n", 0, text.index(at)) + 1 if at else 1


@pytest.mark.parametrize("bad", BAD, ids=_label)
def test_a_slip_is_found_where_it_is(bad, good, problems_of):
    files = _broken(good, bad)
    path = bad.path or bad.file
    (problem,) = [p for p in problems_of(files) if not any(other in p.message for other in bad.also)]
    assert (problem.rule, problem.level, problem.path) == (bad.rule, bad.level, Path(path))
    assert bad.says in problem.message
    assert problem.line == _line(files[path], bad.at)
    assert str(problem) == f"{path}:{problem.line}: {bad.level}: {problem.message} [{bad.rule}]"


def test_the_good_tree_has_no_problem(good, problems_of):
    assert problems_of(good) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_its_bad_example(rule):
    assert rule.__name__ in {bad.rule for bad in BAD}
    assert rule.__doc__


def test_every_fault_of_reading_has_its_bad_example():
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(read))) if isinstance(node, ast.Call)]
    rules = {
        call.args[-1].value for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "problem"
    }
    assert rules == {"toml", "parts", "front_matter", "file_name", "encoding"}
    assert rules <= {bad.rule for bad in BAD}


def test_every_rule_of_the_examples_exists():
    known = {rule.__name__ for rule in RULES} | {"toml", "parts", "front_matter", "file_name", "encoding"}
    assert {bad.rule for bad in BAD} == known


# -- the whole ----------------------------------------------------------------------------------------------


def test_every_problem_is_listed_in_order(good, problems_of):
    rules = {"values", "aliases", "quotation", "thesaurus", "review", "translation"}
    slips = {bad.rule: bad for bad in BAD if bad.rule in rules and bad.old}.values()
    files = dict(good)
    for bad in slips:
        assert bad.old in files[bad.file]
        files[bad.file] = files[bad.file].replace(bad.old, bad.new, 1)
    problems = problems_of(files)
    assert {problem.rule for problem in problems} == rules | {"fresh"}
    assert [(p.path.as_posix(), p.line) for p in problems] == sorted((p.path.as_posix(), p.line) for p in problems)


@pytest.mark.parametrize("name", ["contacts.toml", "contacts.es.toml"])
def test_a_table_that_cannot_be_read_is_not_buried_under_what_leans_on_it(tmp_path, name):
    root = tmp_path / "content"
    shutil.copytree(resources(), root, ignore=shutil.ignore_patterns("fonts"))
    before = (root / name).read_text(encoding="utf-8")
    (root / name).write_text(before + "\nspoilt = 2026-99-23\n", encoding="utf-8")
    problems = check(compiler.load(root))
    assert [problem.rule for problem in problems if problem.path == Path(name)][:1] == ["toml"]
    assert {problem.path for problem in problems} == {Path(name)}
    assert len(problems) <= 5


def test_a_review_is_due_only_once_its_day_has_passed(good, tree):
    content = tree(good)
    assert list(documents.review(content, date(2099, 1, 1))) == []
    assert len(list(documents.review(content, date(2099, 1, 2)))) == 4


def test_a_folder_without_law_is_no_content(tmp_path):
    with pytest.raises(UsageError, match="no folder `law`"):
        compiler.load(tmp_path)


def test_nothing_is_built_while_there_are_errors(good, tmp_path, write_tree):
    root = write_tree(tmp_path / "resources", {**good, ONE: good[ONE].replace("official", "certain")})
    problems, digest = compiler.compile_content(root, tmp_path / "build" / "knowledge.db")
    assert [problem.rule for problem in problems] == ["checked"]
    assert digest == ""
    assert not (tmp_path / "build").exists()


def test_a_warning_does_not_stop_the_build(good, tmp_path, write_tree):
    root = write_tree(tmp_path / "resources", {**good, ONE: good[ONE].replace("2099-01-01", "2020-02-02")})
    problems, digest = compiler.compile_content(root, tmp_path / "knowledge.db")
    assert [problem.level for problem in problems] == ["warning"]
    assert len(digest) == 64


def test_the_tally_counts_every_unit_once(good, tree):
    content = tree({**good, ONE: good[ONE].replace("2099-01-01", "2020-02-02")})
    assert compiler.tally(content, check(content)) == {
        "sources": 1, "provisions": 3, "forms": 0, "cases": 1, "topics": 0, "terms": 2, "events": 1, "contacts": 2, "units": 12,
        "units_official": 8, "units_secondary": 0, "units_unchecked": 4, "flows": 1, "questions": 2, "outcomes": 3, "paths": 4,
        "cases_of_flows": 4, "reviews_overdue": 1, "texts_not_translated": 108, "gaps": 1,
    }  # fmt: skip


def test_the_tiny_content_is_without_problems(tiny_root):
    assert check(compiler.load(tiny_root)) == []


def test_the_real_content_is_without_errors(real_problems):
    assert [str(problem) for problem in real_problems if problem.level == "error"] == []


# -- whatever somebody writes -------------------------------------------------------------------------------

VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-9, 9), st.floats(allow_nan=False), st.dates(), st.datetimes(), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["en", "on", "level", "date", "x"]), inner, max_size=3),
    max_leaves=4,
)  # fmt: skip
TABLE_FILES = [
    SOURCE,
    FLOW,
    FLOW_CASES,
    HEARD,
    HEARD_LISTS,
    PAPER,
    QUESTIONS,
    SHEET,
    *(f"{name}.toml" for name in TABLES),
]
SHAPES = {
    SOURCE: SOURCE_SHAPE,
    FLOW: FLOW_SHAPE,
    FLOW_CASES: FLOW_CASES_SHAPE,
    HEARD: FLOW_HEARD_SHAPE,
    HEARD_LISTS: HEARD_LISTS_SHAPE,
    PAPER: PAPER_SHAPE,
    QUESTIONS: PAPER_QUESTIONS,
    SHEET: SHEET_SHAPE,
}
#: Words that mean something to some rule, among any other text.
WORDS = st.sampled_from(
    ["99 ILCS 900/1(a)", "unknown", "a", "b", "official", "city", "allowed", "https://x.org", ""]
) | st.text(max_size=5)


def fitting(shape):
    """A strategy for values of a shape; what stands inside them may, now and then, be anything."""
    if isinstance(shape, list):
        return st.lists(nearly(shape[0]), max_size=3)
    if not isinstance(shape, dict):
        return {str: WORDS, date: st.dates(), bool: st.booleans(), int: st.integers(-2, 4)}[shape]
    if "*" in shape:
        return st.dictionaries(st.sampled_from(["a", "b", "unknown"]), nearly(shape["*"]), max_size=3)
    needed = {key: nearly(inner) for key, inner in shape.items() if key[0] != "?"}
    return st.fixed_dictionaries(
        needed, optional={key[1:]: nearly(inner) for key, inner in shape.items() if key[0] == "?"}
    )


def nearly(shape):
    """A strategy for values of a shape and, now and then, of another."""
    return st.integers(0, 40).flatmap(lambda chance: fitting(shape) if chance else VALUES)


FRONT = fitting(GRAMMARS["provision"].shape)
BODY = st.lists(
    st.sampled_from(["## The law", "## Asks", "## In plain words", "## Nope", "(a) x", "(a)(1) y", "¶1 z", "§ all", '"term" t', "- (b) ask"])
    | st.sampled_from(["[[99 ILCS 900/1]]", "[[(a)]]", "[[§]]", "[[|]]", "*x* <b>y</b>", "+++", "", "“one”"])
    | st.text(max_size=12),
    max_size=12,
).map("\n".join)  # fmt: skip


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(front=FRONT, record=VALUES, body=BODY, lang=st.sampled_from(["", ".es"]))
def test_no_section_is_so_bad_that_checking_it_fails(good, write_tree, front, record, body, lang):
    meta = tomli_w.dumps({**front, "citation": "99 ILCS 900/1", "status_note": record})
    _checked_without_raising(write_tree, {**good, f"law/code/1{lang}.md": f"+++\n{meta}+++\n{body}"})


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(TABLE_FILES), data=st.data())
def test_no_table_is_so_bad_that_checking_it_fails(good, write_tree, path, data):
    shape = SHAPES.get(path) or TABLES[path.split(".")[0]]
    _checked_without_raising(write_tree, {**good, path: tomli_w.dumps(data.draw(fitting(shape)))})


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from([ONE, SPANISH, CASE, *TABLE_FILES]),
    start=st.integers(0, 900),
    noise=st.binary(max_size=9),
)
def test_no_damage_to_a_file_makes_checking_fail(good, write_tree, path, start, noise):
    data = good[path].encode()
    _checked_without_raising(write_tree, {**good, path: data[:start] + noise + data[start + len(noise) :]})


def _checked_without_raising(write_tree, files):
    """Checked and, where there is no error, built; each problem stands on a line of a file that is there."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_tree(Path(folder) / "resources", files)
        problems, digest = compiler.compile_content(root, Path(folder) / "knowledge.db")
        assert all(count >= 0 for count in compiler.tally(compiler.load(root), problems).values())
        assert bool(digest) != any(problem.level == "error" for problem in problems)
        for problem in problems:
            lines = (root / problem.path).read_text(errors="replace").count("\n") + 1
            assert 1 <= problem.line <= lines, problem
