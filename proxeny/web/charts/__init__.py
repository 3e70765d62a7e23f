"""Charts: figures in, SVG out. Nothing here asks the database; every chart is read without a script."""
