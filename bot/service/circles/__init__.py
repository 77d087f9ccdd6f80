"""Use cases of circles. In a group little is said and nothing asked; the rest happens in private."""
