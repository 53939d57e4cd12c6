"""Hatchling build hook: compile the content, so that a wheel carries the finished knowledge base, and a packed copy to fall back on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: What the program draws and speaks with; everything else below `resources/` is source, and stands compiled in the knowledge base.
_DRAWN_WITH = ("icons/*.svg", "papers/*.svg", "sheets/*.typ", "fonts/Source*.ttf", "fonts/LICENSE-Source*.txt", "words.*.toml")


class KnowledgeBaseHook(BuildHookInterface[BuilderConfig]):
    """Checks and compiles `resources/` before the files are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and put the knowledge base into the wheel (an editable install reads the checkout's own)."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from rightsref.content.compiler import compile_content
            from rightsref.knowledge.whole import pack, packed_copy
        finally:
            sys.path.pop(0)
        target = root / "build" / "knowledge.db"
        problems, digest = compile_content(root / "resources", target)
        if not digest:
            errors = "\n".join(str(problem) for problem in problems if problem.level == "error")
            raise RuntimeError(f"the content has errors:\n{errors}")
        if version == "standard" and self.target_name == "wheel":  # who builds from the sources compiles them
            for pattern in _DRAWN_WITH:
                for file in sorted((root / "resources").glob(pattern)):
                    build_data["force_include"][str(file)] = f"rightsref/{file.relative_to(root).as_posix()}"
            packed_copy(target).write_bytes(pack(target.read_bytes()))
            for name in ("knowledge.db", "knowledge.sha256", "knowledge.copy"):
                build_data["force_include"][str(target.with_name(name))] = f"rightsref/{name}"
