"""The build: a plan of all outputs, what changed, the frame around pages, our place in Pelican."""
