"""A passphrase as a key, and what is sealed with it: Argon2id and XChaCha20-Poly1305 by PyNaCl, imported only for who wants a passphrase."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from rightsref.saved.trouble import NotesError
from rightsref.words import tr

#: A passphrase has so many letters at least.
SHORTEST = 10
SALT = 16
#: A file that asks for more is none of ours: it would stop the computer.
_MOST_OPERATIONS, _MOST_MEMORY = 20, 1 << 30
_NONCE = 24


class Cost(NamedTuple):
    """What each guess at a passphrase costs.

    Attributes:
        operations: passes over the memory.
        memory: in bytes.
    """

    operations: int
    memory: int

    @property
    def is_sound(self) -> bool:
        """Whether a file may ask for it."""
        return 1 <= self.operations <= _MOST_OPERATIONS and 8_192 <= self.memory <= _MOST_MEMORY


#: libsodium's *moderate*: about a second on a laptop.
USUAL = Cost(3, 256 << 20)


class Key:
    """The key that a passphrase gives with a salt, at a cost."""

    def __init__(self, passphrase: str, salt: bytes, cost: Cost) -> None:
        from nacl import pwhash

        self.salt, self.cost = salt, cost
        typed = unicodedata.normalize("NFKC", passphrase).encode(
            "utf-8", "replace"
        )  # however a keyboard makes its accents
        try:
            self._key = pwhash.argon2id.kdf(32, typed, salt, opslimit=cost.operations, memlimit=cost.memory)
        except (MemoryError, RuntimeError) as error:
            raise NotesError(
                tr(
                    "This computer has too little free memory to open a protected file. Close other programs and try again."
                )
            ) from error

    @classmethod
    def new(cls, passphrase: str, cost: Cost) -> Key:
        """A key with a salt of its own.

        Raises:
            NotesError: the passphrase is too short.
        """
        from nacl.utils import random

        if len(passphrase.strip()) < SHORTEST:
            raise NotesError(
                tr("The passphrase is too short: at least {count} letters, better four words or more.").format(
                    count=SHORTEST
                )
            )
        return cls(passphrase, random(SALT), cost)

    def seal(self, read: bytes, place: bytes) -> bytes:
        """Bytes that only this key opens, and only at this place."""
        from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt
        from nacl.utils import random

        nonce = random(_NONCE)
        return nonce + encrypt(read, place, nonce, self._key)

    def open(self, sealed: bytes, place: bytes) -> bytes | None:
        """What was sealed for this place; None if it is not whole or of another key."""
        from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
        from nacl.exceptions import CryptoError

        try:
            return decrypt(sealed[_NONCE:], place, sealed[:_NONCE], self._key)
        except (CryptoError, ValueError):
            return None
