"""Work on several cores, and how far it is. It knows nothing of what is worked on."""
