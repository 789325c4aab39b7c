"""Reading in a process of its own: what starts it, the process, and what it answers."""
