"""Importing customers, their people and their contracts: for each the fields, how rows are understood, how things are kept."""
