"""Runs and loads that are stopped at any instant: what they leave is whole, and a rerun makes it what it should have been."""
