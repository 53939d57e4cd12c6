"""Markdown of one block -> the few inline elements that the reader shows."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from rightsref.content.prose.glossary import TermLinks

ALLOWED_TAGS = {"a", "em", "strong", "br"}
_REFERENCE = r"\[\[([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]"
_REFERENCES = re.compile(_REFERENCE)
_TAG = re.compile(r"<[^>]+>")
_PLAIN = re.compile(r"[\w\s.,;:()§¶/’“”«»–—?!¿¡%$+=-]*\Z")
#: What of Markdown most texts hold: emphasis with none inside it, and an apostrophe inside a word.
_EMPHASIS = re.compile(r"(?<!\*)(\*{1,2})(?![\s*])([^*]+)(?<!\s)\1(?!\*)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")

#: A written reference -> (address, label to show), or None if it leads nowhere.
Resolver = Callable[[str], tuple[str, str] | None]


class Rendered(NamedTuple):
    """A block after markup.

    Attributes:
        html: inline HTML, safe to show.
        text: the same without markup.
        references: the citations it names, as written, in order.
        clean: False if the source held HTML that the reader does not show.
    """

    html: str
    text: str
    references: tuple[str, ...]
    clean: bool


class _References(InlineProcessor):
    """`[[5 ILCS 805/15(a)]]` or `[[text|citation]]` -> a link to an address."""

    def __init__(self, resolver: Resolver) -> None:
        super().__init__(_REFERENCE)
        self.resolver = resolver

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the signature is Markdown’s
        shown, reference = (m[1], m[2]) if m[2] else ("", m[1])
        target = self.resolver(reference.strip())
        element = Element("a" if target else "em")
        if target:
            element.set("href", target[0])
        element.text = shown or (target[1] if target else reference)
        return element, m.start(0), m.end(0)


class Renderer:
    """Renders blocks against one resolver; keep one per document."""

    def __init__(self, resolver: Resolver, terms: TermLinks | None = None) -> None:
        self._given: set[str] = set()
        self._resolver = self._noting(resolver)
        self._terms = terms
        self._seen: set[str] = set()

    @cached_property
    def _markdown(self) -> markdown.Markdown:
        """Made when the first text needs it: most hold nothing but words and references."""
        extension = Extension()
        extension.extendMarkdown = lambda md: md.inlinePatterns.register(_References(self._resolver), "reference", 200)  # type: ignore[method-assign]  # one method is not worth a class
        return markdown.Markdown(extensions=[extension, "smarty"], output_format="html")

    def _noting(self, resolver: Resolver) -> Resolver:
        """The resolver, whose addresses are the only ones that a link of a text may lead to inside the program."""

        def resolve(reference: str) -> tuple[str, str] | None:
            target = resolver(reference)
            if target:
                self._given.add(target[0])
            return target

        return resolve

    def _leads_astray(self, raw: str) -> bool:
        """Whether a link of rendered Markdown leads where no reference of ours does, and not to a page of the web."""
        targets = map(html.unescape, re.findall(r'<(?:a|img)\b[^>]*?(?:href|src)="([^"]*)"', raw))
        return any(not target.startswith("https://") and target not in self._given for target in targets)

    def render(self, text: str, *, linked: bool = True) -> Rendered:
        """Markdown of one block -> inline HTML, its terms linked if that is wanted. Never raises."""
        rendered = self._shortly(text) or self._at_length(text)
        if not linked or self._terms is None:
            return rendered
        return rendered._replace(html=self._terms.link(rendered.html, self._seen))

    def _shortly(self, text: str) -> Rendered | None:
        """Words, references and emphasis, as nearly all texts are, rendered as Markdown would; None where there is more."""
        linked = _REFERENCES.sub(self._link, html.escape(text, quote=False))
        if "*" in linked:
            linked = _EMPHASIS.sub(_emphasised, linked)
        if "'" in linked:
            linked = _APOSTROPHE.sub("’", linked)
        words = to_text(linked)
        return Rendered(linked, words, _named(text), clean=True) if _PLAIN.match(words) else None

    def _at_length(self, text: str) -> Rendered:
        raw = self._markdown.reset().convert(text).removeprefix("<p>").removesuffix("</p>")
        cleaned = nh3.clean(
            raw,
            tags=ALLOWED_TAGS,
            attributes={"a": {"href"}},
            url_schemes={"rightsref", "https"},
            link_rel=None,
        )
        return Rendered(
            cleaned,
            to_text(cleaned),
            _named(text),
            clean=_tags(cleaned) == _tags(raw) and not self._leads_astray(raw),
        )

    def _link(self, m: re.Match[str]) -> str:
        """A written reference as a link."""
        shown, reference = (m[1], m[2]) if m[2] else ("", m[1])
        target = self._resolver(html.unescape(reference.strip()))
        if target is None:
            return f"<em>{shown or reference}</em>"
        return f'<a href="{html.escape(target[0])}">{shown or html.escape(target[1], quote=False)}</a>'

    def begin_part(self) -> None:
        """Link each term once more: in another part it may be met first."""
        self._seen.clear()


def _emphasised(m: re.Match[str]) -> str:
    tag = "strong" if m[1] == "**" else "em"
    return f"<{tag}>{m[2]}</{tag}>"


def _named(text: str) -> tuple[str, ...]:
    """The references of a text, as written."""
    return tuple((m[2] or m[1]).strip() for m in _REFERENCES.finditer(text))


def _tags(markup: str) -> list[str]:
    return re.findall(r"</?([A-Za-z][\w-]*)", markup)


def to_text(markup: str) -> str:
    """Inline HTML -> the words a reader sees."""
    if "<" not in markup and "&" not in markup:
        return markup
    return html.unescape(_TAG.sub("", markup.replace("<br>", " ")))
