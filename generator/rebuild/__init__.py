"""What a build can leave out because an earlier one did it."""
