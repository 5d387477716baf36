#!/bin/sh
# List the targets of the Makefile that carry a `## ` line, in the order in which they stand there.
awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $1, $2 }' "$1"
