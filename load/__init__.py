"""Records into SQL: tables, views, migrations, one transaction a document."""
