"""What needs both sides, the writing and the checking: one module a job."""
