"""Papers made to break whoever reads them, and what each must end in."""
