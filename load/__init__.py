"""Records become rows (`rows`), and rows go into a database (`database`, `loader`), one transaction a paper.

A new column of a view is written in three places: the contract (`models.contract`), the schema (`models.schema`) and a new
migration (`load/migrations/versions`), whose number is then `load.database.HEAD`. The views follow by themselves.
"""
