"""What the classifier learns from: for each thing that can be asked for, texts that ask for it, and how much each counts.

Beside the asks these are the words of an explanation, the facts of the cases of scenarios with the law that decides them, and, for the
law, the asks of the topics and scenarios that rest on it: somebody who tells what happened asks as one asks for a topic. A scenario is asked
for as the topic is that rests on the same law, and a paper to sign or to check as its form is.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rightsref.content.building.entries import Entry
from rightsref.content.building.rows import Rows
from rightsref.content.linking.flows import FlowFile, flow_files
from rightsref.content.linking.resolve import Content, address_of
from rightsref.model.address import Address, kind_of

#: What a sentence of an explanation counts, and the facts of a case: for the scenario and for the law named first.
_PLAIN, _FACTS, _DECIDES = 0.1, 0.1, 0.15
#: What all asks of a topic or scenario count together for the law that it rests on; each text takes the share of its mentions.
_RESTS_ON = 1.0
#: How alike the law under a scenario and under a topic must be (the cosine of how often each names it), for them to be asked for alike;
#: and what an ask of a form counts for the paper that is that form.
_ALIKE, _SAME_PAPER = 0.5, 0.5


class Examples(NamedTuple):
    """Texts that ask for something, and how much each counts: 1 for an ask."""

    texts: tuple[str, ...]
    weight: float = 1.0


def examples(content: Content, rows: Rows, entries: Iterable[Entry]) -> dict[str, list[Examples]]:
    """Address -> what asks for it, for whatever stands by itself.

    Args:
        content: the content set.
        rows: what was gathered: documents with their explanations.
        entries: what the search index takes.
    """
    own = _own(entries)
    found: dict[str, list[Examples]] = {address: [Examples(texts)] for address, texts in own.items()}
    addresses = {row["id"]: row["address"] for row in rows.all("document")}
    more = [
        (addresses[block["document"]], Examples((block["text"],), _PLAIN))
        for block in rows.all("block")
        if block["part"] == "plain"
    ]
    more += _facts(content, flow_files(content))
    topics, flows = _topics(rows, addresses), _flows(content, flow_files(content))
    for gatherer, mentions in {**topics, **flows}.items():
        asked = own.get(gatherer, ())
        more += ((address, Examples(asked, _RESTS_ON * share)) for address, share in _shares(mentions).items())
    more += (
        (address, Examples(own.get(other, ()), weight))
        for address, other, weight in (*_alike(topics, flows), *_papers(own))
    )
    for address, asks in more:
        if address in found:
            found[address].append(asks)
    return found


def _own(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Address -> its titles and asks in every language, for whatever stands by itself."""
    own: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.row["address"] == entry.row["document"]:
            own[entry.row["address"]] += (entry.row["title"], *entry.asks)
    return {address: tuple(texts) for address, texts in own.items()}


def elsewhere(content: Content) -> list[Examples]:
    """What asks for something that is not held here, subject by subject (`elsewhere.toml`)."""
    subjects = content.tree.tables.get("elsewhere", {}).get("elsewhere", [])
    return [Examples(tuple(ask for asks in subject["asks"].values() for ask in asks)) for subject in subjects]


def _facts(content: Content, files: Iterable[FlowFile]) -> Iterator[tuple[str, Examples]]:
    """The facts of each case, for its scenario and for the law that it names first."""
    for file in files:
        for case in file.cases:
            text = (f"{case.get('name', '')}. {case.get('facts', '')}",)
            yield str(Address("flow", (file.key,))), Examples(text, _FACTS)
            if decides := _document(content, next(iter(case.get("authorities", [])), "")):
                yield decides, Examples(text, _DECIDES)


def _topics(rows: Rows, addresses: Mapping[int, str]) -> dict[str, Counter[str]]:
    """Topic -> how often it mentions each document."""
    known = sorted(addresses.values(), key=len)
    documents = {row["address"]: addresses[row["document"]] for row in rows.all("paragraph")} | {a: a for a in known}
    mentions: dict[str, Counter[str]] = {}
    for block in rows.all("block"):
        topic = addresses[block["document"]]
        if kind_of(topic) == "topic" and block["lang"] == "en":
            named = {documents.get(authority, "") for authority in block["authorities"].split()}
            mentions.setdefault(topic, Counter()).update(
                document for document in sorted(named) if document and kind_of(document) != "topic"
            )
    return mentions


def _flows(content: Content, files: Iterable[FlowFile]) -> dict[str, Counter[str]]:
    """Scenario -> how many reasons and exceptions of its outcomes rest on each document."""
    return {
        str(Address("flow", (file.key,))): Counter(
            document
            for outcome in file.table.get("outcomes", {}).values()
            for row in (*outcome.get("because", []), *outcome.get("exceptions", []))
            if (document := _document(content, row.get("authority", "")))
        )
        for file in files
    }


def _alike(topics: Mapping[str, Counter[str]], flows: Mapping[str, Counter[str]]) -> Iterator[tuple[str, str, float]]:
    """(scenario, topic, how alike) for each topic that rests on much the same law as a scenario does."""
    gatherers = [*topics.values(), *flows.values()]
    holders = Counter(document for mentions in gatherers for document in mentions)
    rarity = {document: math.log(len(gatherers) / count) for document, count in holders.items()}
    spread = {topic: _spread(mentions, rarity) for topic, mentions in topics.items()}
    for flow, mentions in flows.items():
        own = _spread(mentions, rarity)
        for topic, other in spread.items():
            alike = math.fsum(own[document] * other[document] for document in sorted(own.keys() & other.keys()))
            if alike >= _ALIKE:
                yield flow, topic, alike


def _spread(mentions: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """What is mentioned, as a row of length 1: the rarer and the oftener, the more."""
    worth = {document: math.log1p(count) * rarity[document] for document, count in sorted(mentions.items())}
    length = math.sqrt(math.fsum(value * value for value in worth.values())) or 1.0
    return {document: value / length for document, value in worth.items()}


def _papers(own: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """(paper, form, weight) for each paper to sign or to check that is a form."""
    forms = {address.casefold(): address for address in own if kind_of(address) == "form"}
    for address in sorted(own):
        kind, key = kind_of(address), address.rpartition("/")[2]
        form = forms.get(str(Address("form", (key.removesuffix("-copy"),))).casefold())
        if kind in ("paper", "signing") and form:
            yield address, form, _SAME_PAPER


def _document(content: Content, citation: str) -> str:
    unit = content.find(str(citation)) if citation else None
    return str(address_of(unit.document)) if unit else ""


def _shares(mentions: Counter[str]) -> dict[str, float]:
    whole = sum(mentions.values())
    return {address: count / whole for address, count in sorted(mentions.items())}
