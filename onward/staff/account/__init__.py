"""How a member of staff is known: signing in, second factors, the council's own identity, and the sessions they have.

The flows are django-allauth's; here are our rules for them, our pages, and what is written down of them.
"""
