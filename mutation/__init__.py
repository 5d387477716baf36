"""Mutation testing: change the program in one place at a time and see whether a test fails.

A change that no test notices (a surviving mutant) is behaviour that nobody checks.
"""
