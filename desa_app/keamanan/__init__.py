"""Users, passwords, roles and permissions, and the audit trail."""
