"""The parts of the page engine: pdfium's characters, paths and marks turned into the records of `models.page`."""
