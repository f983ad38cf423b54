"""Query functions. Each receives a Session; none opens one."""
