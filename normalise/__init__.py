"""What the page means: people, colours, scores, dates, quantities, identity; and what does not add up."""
