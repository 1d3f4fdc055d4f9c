"""Tables as grids of cells, from several engines."""
