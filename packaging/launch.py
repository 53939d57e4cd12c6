"""Where a built program begins."""

import os
import sys

# On Linux the libraries are found through this variable, which is read once, before we are here. What the program opens (a
# browser, a PDF viewer) must find its own, so it gets the variable as the reader's system had it.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
if sys.platform == "linux":
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before

from rightsref.__main__ import main  # noqa: E402 - after the variable is put right

sys.exit(main())
