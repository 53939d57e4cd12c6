"""The small language in which phrases are written, and whether a sentence holds one.

A phrase is some words in any order, all in one clause and not far from each other:

    paid bond           both, however they stand; each in any form of its stem
    =paid bond|bail     exactly *paid*, and one of two
    front_door          the one right after the other
    ice..took           the one after the other, at most four words between
    @ice..took          any word of the shared list `ice`
    no:citizen          *citizen* under a *not*, *no* or *without*
    ~visa               denied or not
    ?papers             also where it is only asked or feared
    ? film|record       the same of the whole phrase
    bond !stock         but not with *stock* in the clause; `!no:stock`: not with *stock* under a *not*

Apart from `no:`, `~` and `?`, a word counts only where the sentence states it. What begins with its own *not*, such as
`dont_recognize`, is stated by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rightsref.errors import UsageError
from rightsref.model.spoken import fold
from rightsref.reasoning.clauses import NEGATORS, Token, keys_of

#: How many words may stand between two that are joined by `..`.
GAP = 4
#: How far the words of a phrase may stand from each other: so many words, and so many more for each.
_SPREAD, _EACH = 8, 2


class Piece(NamedTuple):
    """One word, or one of the shared lists.

    Attributes:
        starts: keys with which it can begin; of a word, any of them is enough.
        chains: the words of a list, each a chain of its own; empty for a word.
        gap: how many words may stand before it.
    """

    starts: frozenset[str]
    chains: tuple[tuple[Piece, ...], ...]
    gap: int


class Chain(NamedTuple):
    """Pieces one after the other, and how they must stand.

    Attributes:
        denied: under a *not*, not under one, or, if None, either.
        loose: whether they may be asked or feared instead of stated.
    """

    pieces: tuple[Piece, ...]
    denied: bool | None
    loose: bool


class Phrase(NamedTuple):
    """A phrase that was read.

    Attributes:
        wanted: for each of its words the chains that do.
        barred: chains that may not be in the clause.
        starts: for each of its words the keys with which it can begin, to pass over most phrases quickly.
    """

    wanted: tuple[tuple[Chain, ...], ...]
    barred: tuple[Chain, ...]
    starts: tuple[frozenset[str], ...]


#: A shared list: its words, each as pieces.
Lists = Mapping[str, tuple[tuple[Piece, ...], ...]]


def read(text: str, lang: str, lists: Lists) -> Phrase:
    """Read a phrase.

    Raises:
        UsageError: it cannot be read; the message says why.
    """
    wanted: list[tuple[Chain, ...]] = []
    barred: list[Chain] = []
    loose = False
    for item in text.split():
        if item == "?":
            loose = True
            continue
        chains = tuple(_chain(written, lang, lists, loose=loose) for written in item.lstrip("!").split("|"))
        if item.startswith("!"):
            barred.extend(chains)
        else:
            wanted.append(chains)
    if not wanted:
        raise UsageError(f"the phrase “{text}” asks for no word")
    starts = tuple(frozenset().union(*(chain.pieces[0].starts for chain in chains)) for chains in wanted)
    return Phrase(tuple(wanted), tuple(barred), starts)


def read_list(words: Sequence[tuple[str, str]], lists: Lists) -> tuple[tuple[Piece, ...], ...]:
    """Read the words of a shared list, each with its language; it may name lists read before.

    Raises:
        UsageError: one cannot be read.
    """
    return tuple(_pieces(text, lang, lists) for lang, text in words)


def _chain(written: str, lang: str, lists: Lists, *, loose: bool) -> Chain:
    loose = loose or written.startswith("?")
    rest = written.removeprefix("?")
    denied = None if rest.startswith("~") else rest.startswith("no:")
    return Chain(_pieces(rest.removeprefix("no:").removeprefix("~"), lang, lists), denied, loose)


def _pieces(written: str, lang: str, lists: Lists) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for number, far in enumerate(written.split("..")):
        for place, near in enumerate(far.split("_")):
            made.append(_piece(near, lang, lists, GAP if number and not place else 0))
    return tuple(made)


def _piece(written: str, lang: str, lists: Lists, gap: int) -> Piece:
    if written.startswith("@"):
        if written[1:] not in lists:
            raise UsageError(f"there is no list “{written}”")
        chains = lists[written[1:]]
        return Piece(frozenset().union(*(chain[0].starts for chain in chains)), chains, gap)
    word = fold(written.removeprefix("="))
    if not word.isalnum():
        raise UsageError(f"“{written}” is no word")
    return Piece(frozenset((f"={word}",)) if written.startswith("=") else keys_of(word, lang), (), gap)


def without(chains: Sequence[tuple[Piece, ...]], tokens: list[Token]) -> list[Token]:
    """The words of a sentence, those deaf to every phrase that stand in one of some chains: *ice cream* is not ICE."""
    deaf = {
        at for chain in chains for start in range(len(tokens)) for end in _ends(chain, tokens, start)
        for at in range(start, end)
    }  # fmt: skip
    return [token._replace(keys=frozenset()) if at in deaf else token for at, token in enumerate(tokens)]


def find(phrase: Phrase, tokens: Sequence[Token], known: frozenset[str], *, strict: bool) -> frozenset[int]:
    """Where in a sentence a phrase stands: the numbers of its words; none if it does not.

    Args:
        phrase: what is looked for.
        tokens: the sentence's words.
        known: all their keys.
        strict: whether a word must be stated; if not, a sentence that asks or denies will do.
    """
    if any(start.isdisjoint(known) for start in phrase.starts):
        return frozenset()
    places = [sorted(_places(chains, tokens, strict=strict)) for chains in phrase.wanted]
    for first in places[0]:
        chosen = _around(first, places[1:], tokens, _SPREAD + _EACH * len(places) if strict else len(tokens) + 1)
        if chosen and not _barred(phrase, tokens, tokens[first[0]].clause):
            return chosen
    return frozenset()


def _around(
    first: tuple[int, int], others: list[list[tuple[int, int]]], tokens: Sequence[Token], spread: int
) -> frozenset[int]:
    """The words of a phrase nearest to the first of them; none if one is missing or too far off."""
    taken = set(range(*first))
    for places in others:
        near = [
            place for place in places
            if tokens[place[0]].clause == tokens[first[0]].clause and taken.isdisjoint(range(*place))
        ]  # fmt: skip
        if not near:
            return frozenset()
        taken.update(range(*min(near, key=lambda place: abs(place[0] - first[0]))))
    return frozenset(taken) if max(taken) - min(taken) < spread else frozenset()


def _barred(phrase: Phrase, tokens: Sequence[Token], clause: int) -> bool:
    return any(
        tokens[start].clause == clause and (not chain.denied or tokens[end - 1].denied)
        for chain in phrase.barred
        for start, end in _places((chain,), tokens, strict=False)
    )


def _places(chains: Sequence[Chain], tokens: Sequence[Token], *, strict: bool) -> Iterator[tuple[int, int]]:
    """Every place of any of some chains: first word, and one past the last."""
    for chain in chains:
        for start in range(len(tokens)):
            for end in _ends(chain.pieces, tokens, start):
                if not strict or _stands(tokens[start:end], chain):
                    yield start, end


def _stands(found: Sequence[Token], chain: Chain) -> bool:
    """Whether words are stated, or denied, as a chain wants them."""
    own = len(found) > 1 and found[0].word in NEGATORS
    return all(
        (own or chain.denied is None or token.denied == chain.denied) and (chain.loose or not token.unstated)
        for token in (found[0], found[-1])
    )


def _ends(pieces: Sequence[Piece], tokens: Sequence[Token], start: int) -> Iterator[int]:
    """One past the last word, for every way in which pieces stand from a word on."""
    piece, rest = pieces[0], pieces[1:]
    if piece.starts.isdisjoint(tokens[start].keys):
        return
    ends = [end for chain in piece.chains for end in _ends(chain, tokens, start)] if piece.chains else [start + 1]
    for end in dict.fromkeys(ends):
        if not rest:
            yield end
            continue
        for at in range(end, min(end + rest[0].gap + 1, len(tokens))):
            if tokens[at].clause == tokens[start].clause:
                yield from _ends(rest, tokens, at)
