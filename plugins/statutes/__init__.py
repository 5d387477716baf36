"""Statutes: their texts from elsewhere into records of this site."""
