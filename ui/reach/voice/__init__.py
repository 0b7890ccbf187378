"""What is said, when, and what of it is also written or rung. No Qt."""
