"""Forecasts that were resolved, and what they are worth: the model's, a person's, and the two together.

`scores` scores and compares, `decomposition` splits a score into its parts, `picture` makes the data of a calibration
picture, `break_even` says how often one has to be right for bold changes to pay, `few_cases` what a handful of cases can
tell, `combining` whether both together are better than each.
"""
