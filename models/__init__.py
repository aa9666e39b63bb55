"""The records that flow through boardpapers and the SQL schema they end in: typed, frozen, each with its source."""
