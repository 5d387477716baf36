#!/bin/sh
# Resolve requirements/*.in into lock files: exact versions, hashes, for every system and Python.
# A newer version is taken only with `make lock UPGRADE=--upgrade`.
set -eu
cd "$(dirname "$0")/.."

lock() {
    .venv/bin/uv pip compile "requirements/$1.in" --output-file "requirements/$1.txt" \
        --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --custom-compile-command "make lock" --quiet ${UPGRADE:-}
}

.venv/bin/python -m pip install --quiet "uv==0.13.9"
lock site
lock test
lock bench
lock plugins
