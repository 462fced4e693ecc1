"""`onward recommend`: which services suit one person, from a folder or the database; and what ratings teach.

Without a database nothing here imports Django.
"""
