"""Pages to tables, paragraphs and figures."""
