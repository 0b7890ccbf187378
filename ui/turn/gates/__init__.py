"""What passes questions of the screens on to a service, and lets its answers in. No Qt."""
