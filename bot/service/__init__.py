"""Use cases: one async function, one transaction each. They load, let the coach decide, and save.

No sentence is written here, no request is made, no clock is read: what is said leaves through the outbox.
"""
