"""The contracts in marshmallow: everything that comes in from outside or goes out.

Slow to import: only inside the function that needs one.
"""
