"""What this process asks of the operating system: signals, memory, standard error, whose files they are."""
