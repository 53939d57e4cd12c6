"""What follows: from answers, from a time, from what was seen on a paper."""
