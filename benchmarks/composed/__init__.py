"""Papers whose structure is drawn at random on named axes: which house styles are read worse than others."""
