"""What technicians read when something went wrong: a rotating file, with nothing about residents in it."""
