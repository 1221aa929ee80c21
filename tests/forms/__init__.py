"""Forms for tests: papers built cell by cell, and what careless hands do to them."""
