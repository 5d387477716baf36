"""What people start from the Makefile: the only layer that reads arguments, prints and exits."""
