"""The incident as types, and every rule as plain functions on them: no files, no screens, no clock."""
