"""The project file: one SQLite file that holds many reports, their readings, and what is judged across them."""
