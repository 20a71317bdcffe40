"""A problem: its place, its wording, many of them as a report. Finds none itself."""
