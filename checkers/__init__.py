"""A submitted file → our Document (frozen) → rules → findings."""
