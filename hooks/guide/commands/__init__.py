"""The command lines, one a module: each reads its arguments, prints, and gives an exit status. Decides nothing else."""

COMMANDS = ("check", "draw", "fix", "new", "overdue", "release", "review", "stage", "stamp")
"""Their names, as `python hooks <name>` takes them."""
