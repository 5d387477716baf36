"""Settings for publishing: whole addresses, and errors stop the build."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

# Empty: https:// and the host in bureau.yml. Set it for a copy under another address.
SITEURL = os.environ.get("SITEURL", "")
RELATIVE_URLS = False
PUBLISHING = True

# Where `make publish` deploys to: a remote of this repository and a branch of it.
PUBLISH_REMOTE = os.environ.get("PUBLISH_REMOTE", "origin")
PUBLISH_BRANCH = os.environ.get("PUBLISH_BRANCH", "gh-pages")
