"""What people tell us: located YAML, kinds, periods and months, messages."""
