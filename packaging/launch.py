"""Where a built program begins."""

import os
import sys
from pathlib import Path

# On Linux the libraries are found through this variable, which is read once, before we are here. What the program opens (a
# browser, a PDF viewer) must find its own, so it gets the variable as the reader's system had it.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
if sys.platform == "linux":
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before

# Asks Shiboken to rewrite its part of our folder.
os.environ.pop("SBK_EMBED", None)

from rightsref.errors import tell  # noqa: E402 - after the variables are put right
from rightsref.unpacked import cut_short  # noqa: E402 - after the variables are put right

trouble = cut_short(Path(getattr(sys, "_MEIPASS", "")))
if trouble:
    tell(trouble)
    sys.exit(2)

from rightsref.__main__ import main  # noqa: E402 - no library is read before they were looked at

sys.exit(main())
