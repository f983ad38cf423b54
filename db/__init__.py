"""The local database: models, engine, queries that receive a session, migrations."""
